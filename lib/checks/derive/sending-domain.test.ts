import { describe, expect, test } from "vitest";
import type { ForwardLookup, LookupOf } from "../facts/lookup.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { session } from "../testing/sessions.ts";
import { pick } from "./index.ts";

const address = ip("203.0.113.10");
const here = answer(address);
const elsewhere = answer(ip("203.0.113.99"));
const ptr = (...names: string[]) => answer(...names.map(name));

describe("the sending domain of an address", () => {
  test.each<[string, LookupOf<"PTR">, ForwardLookup[], string]>([
    [
      "is the organisation of its PTR name",
      ptr("mail.example.com"),
      [forward(name("mail.example.com"), here)],
      "example.com",
    ],
    [
      "also where the name does not confirm",
      ptr("mail.example.com"),
      [forward(name("mail.example.com"), elsewhere)],
      "example.com",
    ],
    [
      "prefers a name that confirms",
      ptr("a.example.com", "b.example.net"),
      [forward(name("a.example.com"), elsewhere), forward(name("b.example.net"), here)],
      "example.net",
    ],
    [
      "is the first of several that confirm",
      ptr("a.example.com", "b.example.net"),
      [forward(name("a.example.com"), here), forward(name("b.example.net"), here)],
      "example.com",
    ],
    ["is not known without a PTR", nxdomain, [], "no-ptr"],
    ["is not known without a PTR at an existing name", nodata, [], "no-ptr"],
    ["is not known where the PTR name has no organisation", ptr("localhost"), [], "no-organisation"],
    ["is not known where the PTR name is internal", ptr("srv.firma.local"), [], "no-organisation"],
    ["is never a suffix that others register below", ptr("uk.com"), [], "no-organisation"],
    ["is the customer's under a private suffix", ptr("mail.acme.uk.com"), [], "acme.uk.com"],
    ["is never Amazon's", ptr("ec2-203-0-113-10.eu-west-1.compute.amazonaws.com"), [], "made-name"],
    ["is never Google's", ptr("10.113.0.203.bc.googleusercontent.com"), [], "made-name"],
    ["is never Hetzner's", ptr("static.10.113.0.203.clients.your-server.de"), [], "made-name"],
    ["is never Linode's", ptr("203-0-113-10.ip.linodeusercontent.com"), [], "made-name"],
    ["is never an access provider's", ptr("p4fc1a2b3.dip0.t-ipconnect.de"), [], "made-name"],
    ["is never that of whoever made the name", ptr("host-203-0-113-10.customers.example.net"), [], "made-name"],
    [
      "is the other name's beside a provider's",
      ptr("static.10.113.0.203.clients.your-server.de", "mail.example.com"),
      [forward(name("static.10.113.0.203.clients.your-server.de"), here), forward(name("mail.example.com"), elsewhere)],
      "example.com",
    ],
    ["is unknown to us where the PTR question failed", failed(), [], "failed"],
    [
      "does not hang on an unanswered name of the same organisation",
      ptr("a.example.com", "b.example.com"),
      [forward(name("a.example.com"), failed()), forward(name("b.example.com"), here)],
      "example.com",
    ],
    [
      "is unknown where an unanswered name could have come first",
      ptr("a.example.com", "b.example.net"),
      [forward(name("a.example.com"), failed()), forward(name("b.example.net"), here)],
      "failed",
    ],
    [
      "does not mind an unanswered name after one that confirms",
      ptr("a.example.com", "b.example.net"),
      [forward(name("a.example.com"), here), forward(name("b.example.net"), failed())],
      "example.com",
    ],
    [
      "is unknown where none confirms and another one did not answer",
      ptr("a.example.com", "b.example.net"),
      [forward(name("a.example.com"), elsewhere), forward(name("b.example.net"), failed())],
      "failed",
    ],
  ])("%s", (_, reverse, forwards, expected) => {
    const facts = { address, asked: undefined, claims: { selectors: [] }, reverse, forward: forwards };
    const found = pick(facts, ["sender"]).sender;
    expect(found.domain ?? ("why" in found ? found.why : "")).toBe(expected);
  });

  test.each([
    ["that of the name asked about, where the PTR name is a provider's", "mail.example.com", "example.com"],
    ["nothing where that is the provider's too", "static.10.113.0.203.clients.your-server.de", "made-name"],
  ])("is %s", (_, asked, expected) => {
    const reverse = ptr("static.10.113.0.203.clients.your-server.de");
    const facts = { address, asked: name(asked), claims: { selectors: [] }, reverse, forward: [] };
    const found = pick(facts, ["sender"]).sender;
    expect(found.domain ?? ("why" in found ? found.why : "")).toBe(expected);
  });
});

describe("the EHLO identity", () => {
  const identity = (facts: object) => pick({ ...nothingAnswered, ...facts }, ["heloIdentity"]).heloIdentity;
  const said = (ehlo: string): SmtpSession => session({ ehlo });
  test.each<[string, object, object]>([
    [
      "is what the reader gave",
      { claims: { helo: "a.example", selectors: [] }, smtp: said("b.example") },
      { domain: "a.example", origin: "given" },
    ],
    [
      "is what the server answers",
      { smtp: said("b.example"), reverse: ptr("c.example") },
      { domain: "b.example", origin: "ehlo" },
    ],
    ["is the PTR name where nothing was heard", { reverse: ptr("c.example") }, { domain: "c.example", origin: "ptr" }],
    ["is nothing without any of them", { reverse: nxdomain }, { why: "no-ptr" }],
    ["is unknown where nobody answered", { reverse: failed() }, { why: "failed" }],
  ])("%s", (_, facts, expected) => expect(identity(facts)).toMatchObject(expected));
});
