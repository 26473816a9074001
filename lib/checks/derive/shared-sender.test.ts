import { describe, expect, test } from "vitest";
import type { Network } from "../facts/network.ts";
import { asName } from "../net/domain-name.ts";
import { sharedSenderOfName, sharedSenders } from "../providers/shared-senders.ts";
import { answer, failed, ip } from "../testing/facts.ts";
import { confirm } from "./forward-confirmation.ts";
import { pick } from "./index.ts";

const address = ip("203.0.113.10");
const announcedBy = (...asns: number[]): Network => ({
  origin: { kind: "announced", asns, prefix: "203.0.113.0/24" },
  registration: { kind: "failed", why: "limit" } as Network["registration"],
});

function found(ptr: string, addresses: Parameters<typeof confirm>[2][number]["addresses"], network: Network) {
  const name = asName(ptr);
  const forwardConfirmation = confirm(address, answer(name), [{ name, addresses }]);
  return pick({ address, forwardConfirmation, network }, ["sharedSender"]).sharedSender;
}

/** A name of an outbound server of each, as seen in public logs; the digits are changed. */
const NAMES: Readonly<Record<string, string>> = {
  "microsoft-365": "mail-he1eur04on2045.outbound.protection.outlook.com",
  google: "mail-wr1-f41.google.com",
  "amazon-ses": "a8-35.smtp-out.amazonses.com",
  sendgrid: "o1.ptr4410.sendgrid.net",
  mailgun: "m69-169.mailgun.net",
  mailchimp: "mail12.sea31.mcsv.net",
  mandrill: "mail133-5.atl131.mandrillapp.com",
  mailjet: "o204.p30.mailjet.com",
  brevo: "ie.d.sender-sib.com",
  postmark: "mta202a-ord.mtasv.net",
  sparkpost: "mta-204-a.sparkpostmail.com",
  salesforce: "smtp03-ia4-sp3.mta.salesforce.com",
  hubspot: "a12.hubspotemail.net",
  intermedia: "east.smtp.mx.exch090.serverdata.net",
  "rackspace-email": "smtp96.iad3a.emailsrvr.com",
  proofpoint: "mx0a-00123401.pphosted.com",
  mimecast: "eu-smtp-delivery-151.mimecast.com",
  barracuda: "outbound-ip23a.ess.barracuda.com",
  zoho: "sender4-op-o12.zoho.com",
  fastmail: "fout-a7-smtp.messagingengine.com",
  proton: "mail-40131.protonmail.ch",
  icloud: "pv50p00im-ztdg10011201.me.com",
  ionos: "mout.kundenserver.de",
  strato: "mo4-p00-ob.smtp.rzone.de",
  "ovh-mail": "7.mo179.mail-out.ovh.net",
  gandi: "relay3-d.mail.gandi.net",
  godaddy: "p3plsmtpa07-05.prod.phx3.secureserver.net",
};

describe.each(sharedSenders.map((one) => [one.id, one] as const))("%s", (id, { asns }) => {
  const name = NAMES[id] ?? "";
  test("is known by its name, where that is confirmed and the network is its own", () => {
    expect(sharedSenderOfName(asName(name))?.id).toBe(id);
    expect(found(name, answer(address), announcedBy(asns?.[0] ?? 64500))).toMatchObject({ kind: "shared", id });
  });
  test("not by a name that does not resolve to the address, nor by one below another domain", () => {
    expect(found(name, answer(ip("203.0.113.99")), announcedBy(asns?.[0] ?? 64500)).kind).toBe("none");
    for (const other of [`${name}.example.net`, `x-${name.split(".").slice(-2).join(".")}`])
      expect(found(other, answer(address), announcedBy(asns?.[0] ?? 64500)).kind).toBe("none");
  });
  test("is open where the name got no answer", () => {
    expect(found(name, failed(), announcedBy(asns?.[0] ?? 64500)).kind).toBe("open");
  });
});

test.each(sharedSenders.filter(({ asns }) => asns).map(({ id }) => id))("%s sends from no other network", (id) => {
  expect(found(NAMES[id] ?? "", answer(address), announcedBy(64500)).kind).toBe("none");
});

test.each([
  ["a customer's own server at Amazon", "ec2-203-0-113-10.compute-1.amazonaws.com"],
  ["a virtual machine at Google", "10.113.0.203.bc.googleusercontent.com"],
  ["another server of Google's", "dns.google.com"],
  ["a virtual server at GoDaddy", "10.113.0.203.host.secureserver.net"],
  ["a dedicated server at IONOS", "s123.kundenserver.de"],
  ["a dedicated address under the customer's name", "o1.em.example.com"],
  ["a server at OVHcloud", "vps-1a2b3c4d.vps.ovh.net"],
])("%s is none", (_, name) => {
  expect(found(name, answer(address), announcedBy(16509)).kind).toBe("none");
});
