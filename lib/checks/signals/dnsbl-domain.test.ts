import { expect, test } from "vitest";
import type { ListResult, ListSaid, NameListing } from "../facts/lists.ts";
import type { Lookup } from "../facts/lookup.ts";
import { NAME_LISTS } from "../formats/dnsbl/name-lists.ts";
import { failed, ip, name } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { dnsblDomain } from "./dnsbl-domain.ts";

const clean: ListSaid = { kind: "answered", addresses: [], reasons: [] };
const says = (code: string): ListSaid => ({ kind: "answered", addresses: [ip(code)], reasons: [] });
const silent: ListSaid = { kind: "failed", reason: "timeout", lasting: false };
const refuses: ListSaid = { kind: "unusable", why: "lists-everything", saw: [ip("127.0.0.1")] };
const mail = name("mail.example.com");
const open = [failed() as Extract<Lookup<never>, { kind: "failed" }>];

function listing(some: Readonly<Record<string, ListSaid>>, missing: NameListing["names"]["open"] = []): NameListing {
  const results: ListResult[] = NAME_LISTS.map(({ id, key }) => ({
    list: id,
    about: mail,
    said: some[id] ?? (key ? { kind: "no-key" } : clean),
  }));
  return { results, names: { names: [{ name: mail, roles: ["ptr"] }], open: missing } };
}

test.each([
  ["on no list", listing({}), "clean"],
  ["on the DBL", listing({ "spamhaus-dbl": says("127.0.1.2") }), "listed-high"],
  ["on the DBL as abused", listing({ "spamhaus-dbl": says("127.0.1.104") }), "listed"],
  ["on SURBL", listing({ surbl: says("127.0.0.72") }), "listed"],
  ["grey at URIBL", listing({ uribl: says("127.0.0.4") }), "listed-weak"],
  ["grey and black at URIBL", listing({ uribl: says("127.0.0.6") }), "listed"],
  ["fresh", listing({ "sem-fresh15": says("127.0.0.2") }), "listed-weak"],
  ["on none, while one list is silent", listing({ surbl: silent }), "partly"],
  [
    "fresh, while a weightier list is silent",
    listing({ "sem-fresh15": says("127.0.0.2"), surbl: silent }),
    "listed-partly",
  ],
  ["on SURBL, while FRESH15 is silent", listing({ surbl: says("127.0.0.8"), "sem-fresh15": silent }), "listed"],
  ["on none, while SURBL and URIBL do not serve us", listing({ surbl: refuses, uribl: refuses }), "too-few"],
  ["on none, but not every name is known", listing({}, open), "names-unknown"],
  ["on SURBL, but not every name is known", listing({ surbl: says("127.0.0.8") }, open), "listed-partly"],
  ["on the DBL, but not every name is known", listing({ "spamhaus-dbl": says("127.0.1.4") }, open), "listed-high"],
  ["that does not exist", { results: [], names: { names: [], open: [] } }, "no-name"],
  ["that could not be found out", { results: [], names: { names: [], open } }, "temperror"],
  ["out of the reach of all lists", listing({ surbl: silent, uribl: silent, "sem-fresh15": silent }), "temperror"],
] as const)("a name %s", (_, nameLists, outcome) => {
  expect(concludes(dnsblDomain, { nameLists }).outcome).toBe(outcome);
});
