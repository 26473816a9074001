import { expect, test } from "vitest";
import type { Lookup } from "../facts/lookup.ts";
import type { Known } from "../findings/findings.ts";
import type { IpAddress } from "../net/address.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { noSession, session } from "../testing/sessions.ts";
import { pick } from "./index.ts";

const address = ip("203.0.113.10");
const here = answer(address);
const elsewhere = answer(ip("203.0.113.99"));

/** What is there: names with where they lead. */
interface Scene {
  readonly given?: string;
  readonly asked?: string;
  readonly ptr?: Readonly<Record<string, Lookup<IpAddress>>>;
  readonly ehlo?: string;
  readonly leads?: Lookup<IpAddress>;
}

function choose({ given, asked, ptr = {}, ehlo, leads = nxdomain }: Scene): string {
  const names = Object.entries(ptr);
  const clues: Partial<Known> = {
    address,
    claims: { selectors: [], ...(given ? { helo: name(given) } : {}) },
    asked: asked ? name(asked) : undefined,
    reverse: names.length > 0 ? answer(...names.map(([one]) => name(one))) : nxdomain,
    forward: names.map(([one, lookup]) => forward(name(one), lookup)),
    smtp: ehlo ? session({ ehlo }) : noSession("filtered"),
    mailNames: {
      ...(given ? { claimed: forward(name(given), leads) } : {}),
      ...(ehlo?.includes(".") ? { ehlo: forward(name(ehlo), leads) } : {}),
    },
  };
  const chosen = pick(clues, ["intendedHostname"]).intendedHostname;
  return chosen ? `${chosen.origin} ${chosen.name}` : "none";
}

test.each<[string, Scene, string]>([
  [
    "what the reader says, where it resolves back",
    { given: "a.example.com", leads: here, ptr: { "b.example.com": here } },
    "given a.example.com",
  ],
  [
    "a name that is confirmed, before one that has yet to be",
    { given: "a.example.com", ptr: { "b.example.com": here } },
    "ptr b.example.com",
  ],
  [
    "what the reader says, where nothing is confirmed",
    { given: "a.example.com", ptr: { "b.example.com": elsewhere } },
    "given a.example.com",
  ],
  [
    "what the reader says, where only the provider's name is",
    { given: "a.example.com", ptr: { "vmi1234567.contaboserver.net": here } },
    "given a.example.com",
  ],
  ["an underscore the reader wants is left to be told of", { given: "a_b.example.com" }, "given a_b.example.com"],
  ["a name that nobody can look up is no wish", { given: "mail.local", ehlo: "b.example.com" }, "ehlo b.example.com"],
  [
    "of several confirmed names the one said in EHLO",
    { ptr: { "a.example.com": here, "b.example.com": here }, ehlo: "b.example.com" },
    "ptr b.example.com",
  ],
  ["the name the address was found by", { asked: "mail.example.com", ehlo: "localhost" }, "asked mail.example.com"],
  [
    "an EHLO name that resolves back",
    { ehlo: "a.example.com", leads: here, ptr: { "b.example.com": elsewhere } },
    "ehlo a.example.com",
  ],
  [
    "a PTR name that lacks only its record",
    { ptr: { "b.example.com": nodata }, ehlo: "localhost" },
    "ptr b.example.com",
  ],
  ["a PTR name that could not be looked up", { ptr: { "b.example.com": failed() } }, "ptr b.example.com"],
  ["an EHLO name that leads nowhere yet", { ehlo: "a.example.com" }, "ehlo a.example.com"],
  ["not one that leads to another server", { ehlo: "a.example.com", leads: elsewhere }, "none"],
  ["not a name the provider made", { ehlo: "ec2-203-0-113-10.compute-1.amazonaws.com", leads: here }, "none"],
  ["not a name made from the address", { ehlo: "203-0-113-10.example.com", leads: here }, "none"],
  ["not what every machine calls itself", { ehlo: "localhost" }, "none"],
])("the name to have is %s", (_, scene, expected) => {
  expect(choose(scene)).toBe(expected);
});
