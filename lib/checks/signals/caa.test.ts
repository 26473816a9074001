import { expect, test } from "vitest";
import type { LookupOf, RecordData } from "../facts/lookup.ts";
import type { MailExchange } from "../facts/mx.ts";
import { about, answer, failed, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { caa } from "./caa.ts";

const domain = name("example.com");
const mx: MailExchange = { domain, mx: answer({ preference: 1, exchange: name("mx.example.com") }), exchangers: [] };
const record = (tag: string, value: string, flags = 0): RecordData["CAA"] => ({ flags, tag, value });
const at = (owner: string, ...records: RecordData["CAA"][]): LookupOf<"CAA"> => about(owner, "CAA", answer(...records));
const empty = (owner: string): LookupOf<"CAA"> => about(owner, "CAA", nodata);
const judged = (...lookups: LookupOf<"CAA">[]) =>
  concludes(caa, {
    sender: { domain, origin: "target" },
    mx,
    caa: { domain, hosts: [{ name: name("mx.example.com"), lookups }] },
  });

const ABOVE = [empty("mx.example.com")];
test.each([
  ["one authority", [at("mx.example.com", record("issue", "ca.example"))], "restricted"],
  ["one authority, named at the domain", [...ABOVE, at("example.com", record("issue", "ca.example"))], "restricted"],
  ["an account at one authority", [at("example.com", record("issue", "CA.example; accounturi=x"))], "restricted"],
  ["nobody", [at("example.com", record("issue", ";"))], "forbidden"],
  ["nobody beside somebody", [at("example.com", record("issue", ";"), record("issue", "ca.example"))], "restricted"],
  ["a wildcard's authority alone", [at("example.com", record("issuewild", "ca.example"))], "unrestricted"],
  ["an address for reports alone", [at("example.com", record("iodef", "mailto:a@example.com"))], "unrestricted"],
  ["something critical that nobody knows", [at("example.com", record("tbs", "x", 128))], "forbidden"],
  ["something else that nobody knows", [at("example.com", record("tbs", "x"))], "unrestricted"],
  ["nothing", [...ABOVE, empty("example.com"), about("com", "CAA", nxdomain)], "absent"],
  ["who knows", [...ABOVE, about("example.com", "CAA", failed("servfail"))], "temperror"],
] as const)("CAA records name %s", (_, lookups, outcome) => {
  expect(judged(...lookups).outcome).toBe(outcome);
});

test("the authority is named without its parameters", () => {
  const found = judged(
    at("example.com", record("issue", "CA.example ; accounturi=x"), record("issue", "other.example")),
  );
  expect(found.evidence).toMatchObject({ issuers: ["ca.example", "other.example"], at: ["example.com"] });
});
