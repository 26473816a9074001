import { expect, test } from "vitest";
import { isHostname } from "../../net/domain-name.ts";
import { ip } from "../../testing/facts.ts";
import { ADDRESS_LISTS } from "./address-lists.ts";
import { ALLOW_LISTS } from "./allow-lists.ts";
import { DEAD_LISTS, deadList } from "./dead-lists.ts";
import type { List } from "./list.ts";
import { readAnswer } from "./list-reading.ts";
import { NAME_LISTS } from "./name-lists.ts";

const all: readonly List[] = [...ADDRESS_LISTS, ...ALLOW_LISTS, ...NAME_LISTS];

test("ids and zones are unique, and zones are names", () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ zone }) => zone)).size).toBe(all.length);
  for (const { zone, key } of all) expect([isHostname(zone), isHostname(key?.zone ?? zone)]).toEqual([true, true]);
});

test("no dead list is asked", () => {
  for (const { zone } of all) expect(deadList(zone)).toBeUndefined();
  expect(deadList("dnsbl.sorbs.net.")?.ended).toBe(2024);
  expect(deadList("smtp.dnsbl.sorbs.net")?.title).toBe("SORBS");
  expect(DEAD_LISTS.length).toBe(20);
});

test("the heaviest lists come first, because the budget is spent in this order", () => {
  const order = ["high", "medium", "low", "informational"];
  for (const lists of [ADDRESS_LISTS, ALLOW_LISTS, NAME_LISTS]) {
    const weights = lists.map(({ weight }) => order.indexOf(weight));
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  }
});

test("Spamhaus and Abusix are asked only with a key", () => {
  for (const list of all) if (/spamhaus|abusix/.test(list.zone)) expect(list.key).toBeDefined();
});

test("nothing about a list advises paying", () => {
  expect(JSON.stringify(all)).not.toMatch(/\bpa(y|id)|express|fee\b/i);
});

const find = (id: string): List => all.find((list) => list.id === id) ?? expect.fail(id);
test.each([
  ["spamhaus-zen", "127.0.0.2", "listed"],
  ["spamhaus-zen", "127.255.255.252", "error"],
  ["spamhaus-zen", "127.255.255.254", "error"],
  ["spamhaus-zen", "127.0.0.1", "error"],
  ["spamhaus-zen", "203.0.113.1", "error"],
  ["spamcop", "126.255.255.255", "error"],
  ["spamcop", "127.0.0.77", "listed"],
  ["hostkarma", "127.0.0.1", "good"],
  ["hostkarma", "127.0.0.3", "neutral"],
  ["mailspike-rep", "127.0.0.14", "neutral"],
  ["mailspike-rep", "127.0.0.20", "good"],
  ["dnswl", "127.0.5.3", "listed"],
  ["dnswl", "127.0.10.3", "error"],
  ["dnswl", "127.0.0.255", "error"],
  ["spamhaus-dbl", "127.0.1.255", "error"],
  ["surbl", "127.0.0.1", "error"],
  ["uribl", "127.0.0.1", "error"],
  ["senderscore", "127.255.255.255", "error"],
])("%s answering %s means %s", (id, address, effect) => {
  expect(readAnswer(find(id), [ip(address)]).map((reading) => reading.effect)).toEqual([effect]);
});
