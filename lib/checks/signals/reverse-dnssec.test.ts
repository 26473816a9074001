import { expect, test } from "vitest";
import { about, answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { reverseDnssec } from "./reverse-dnssec.ts";

const address = ip("203.0.113.10");
const ad = { authenticated: true };
const root = { mname: name("a.example"), rname: name("b.example"), serial: 1, minimum: 60 };
const validates = about(".", "SOA", answer(root), ad);
const plain = about(".", "SOA", answer(root));

const ptr = about("10.113.0.203.in-addr.arpa", "PTR", answer(name("mail.example.com")));
const signedPtr = { ...ptr, ...ad };
const leads = forward(name("mail.example.com"), about("mail.example.com", "A", answer(address)));
const signedLeads = forward(leads.name, { ...leads.addresses, ...ad } as typeof leads.addresses);
const absent = forward(name("gone.example.com"), about("gone.example.com", "A", nxdomain));
const bogus = forward(name("bad.example.com"), failed("bogus"));
const silent = forward(name("slow.example.com"), failed());

test.each([
  ["both are signed", signedPtr, [signedLeads], validates, "secure"],
  ["only the name's zone is signed", ptr, [signedLeads], validates, "secure-in-part"],
  ["only the reverse zone is signed", signedPtr, [leads], validates, "secure-in-part"],
  ["one of two names is signed", signedPtr, [signedLeads, absent], validates, "secure-in-part"],
  ["neither is signed", ptr, [leads], validates, "insecure"],
  ["the reverse zone is bogus", failed("bogus"), [], validates, "bogus-reverse"],
  ["the reverse zone is bogus, and the control is silent", failed("bogus"), [], failed(), "bogus-reverse"],
  ["the name's zone is bogus", ptr, [bogus], validates, "bogus-forward"],
  ["one of two names is bogus", ptr, [leads, bogus], validates, "bogus-in-part"],
  ["one name is bogus and one is silent", ptr, [silent, bogus], validates, "bogus-in-part"],
  ["there is no PTR record", nxdomain, [], validates, "none"],
  ["there is no PTR record at the name", nodata, [], validates, "none"],
  ["our resolver does not validate", ptr, [leads], plain, "not-validating"],
  ["the control is silent", signedPtr, [signedLeads], failed(), "temperror"],
  ["the PTR question is silent", failed(), [], validates, "temperror"],
  ["the forward question is silent", signedPtr, [silent], validates, "temperror"],
])("%s", (_, reverse, forwards, validation, outcome) => {
  expect(reverseDnssec.judge({ address, reverse, forward: forwards, validation }).outcome).toBe(outcome);
});
