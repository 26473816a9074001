import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ListSaid } from "../../facts/lists.ts";
import { defaultLimits } from "../../facts/vantage.ts";
import { parseAddress, reverseLabels } from "../../net/address.ts";
import { asName } from "../../net/domain-name.ts";
import { a, NXDOMAIN, REFUSED, SERVFAIL, says, silent } from "../../testing/asking.ts";
import { gatheringOf, healthy, type ListZone, labels, listOf } from "../../testing/asking-lists.ts";
import { corpus } from "../../testing/corpora.ts";
import { ip } from "../../testing/facts.ts";
import { reply } from "../../testing/misbehaving-dns.ts";
import { inSimulatedTime } from "../../testing/simulated-time.ts";
import { askLists } from "./ask-lists.ts";
import { questionsAbout, questionsAboutNames } from "./questions.ts";

const ADDRESS = ip("203.0.113.10");
const V6 = ip("2001:db8::10");
const HERE = labels(ADDRESS);

/** Asks one list about one address. */
async function said(zone: ListZone, about = ADDRESS): Promise<ListSaid | undefined> {
  const { gathering } = await gatheringOf({ "one.example": zone });
  const [result] = await askLists(questionsAbout(about, [listOf("one")]), gathering());
  return result?.said;
}

const test127 = labels("127.0.0.2");

test.each<[string, ListZone, object]>([
  ["a healthy list that does not have it", healthy(), { kind: "answered", addresses: [] }],
  ["a healthy list that has it", healthy({ [HERE]: ["127.0.0.3"] }), { kind: "answered", addresses: ["127.0.0.3"] }],
  ["a dead list, where nothing exists", {}, { kind: "unusable", why: "no-test-entry" }],
  ["a list without its test entry that yet has it", { [HERE]: ["127.0.0.2"] }, { kind: "unusable" }],
  ["a list of everything", { "*": ["127.0.0.2"] }, { kind: "unusable", why: "lists-everything" }],
  [
    "a list that has the address which must never be on one",
    healthy({ [labels("127.0.0.1")]: ["127.0.0.2"], [HERE]: ["127.0.0.2"] }),
    { kind: "unusable", why: "lists-everything" },
  ],
  ["a parked domain", { "*": ["203.0.113.80"] }, { kind: "unusable", why: "error-answer" }],
  [
    "a resolver that rewrites NXDOMAIN",
    healthy({ [HERE]: ["198.51.100.1"] }),
    { kind: "unusable", why: "error-answer" },
  ],
  ["an error code", healthy({ [HERE]: ["127.255.255.254"] }), { kind: "unusable", why: "error-answer" }],
  ["an error code for everything", { "*": ["127.255.255.255"] }, { kind: "unusable", why: "error-answer" }],
  ["127.0.0.1", healthy({ [HERE]: ["127.0.0.1"] }), { kind: "unusable", why: "error-answer" }],
  ["a listing and an error at once", healthy({ [HERE]: ["127.0.0.2", "127.255.255.254"] }), { kind: "unusable" }],
  ["silence", silent, { kind: "failed", reason: "timeout", lasting: false }],
  ["SERVFAIL", says({ flags: SERVFAIL }), { kind: "failed", reason: "servfail" }],
  ["REFUSED", says({ flags: REFUSED }), { kind: "failed", reason: "refused" }],
])("%s", async (_, zone, expected) => {
  expect(await said(zone)).toMatchObject(expected);
});

test.each<[string, (first: string) => boolean]>([
  ["its test entry", (first) => first === test127],
  ["the entry that must not be", (first) => first === labels("127.0.0.1")],
  ["the question itself", (first) => first === HERE],
])("a listing is no finding where %s gets no answer", async (_, isLost) => {
  const entries: Readonly<Record<string, readonly string[]>> = healthy({ [HERE]: ["127.0.0.2"] });
  const result = await said((query) => {
    const first = query.name.replace(/\.one\.example$/i, "");
    const [address] = entries[first] ?? [];
    if (isLost(first)) return [];
    return [reply(query, address ? { answers: [a(query.name, address)] } : { flags: NXDOMAIN })];
  });
  expect(result).toMatchObject({ kind: "failed", reason: "timeout" });
});

test("IPv6 addresses are asked by nibbles, against IPv6 test entries", async () => {
  expect(await said(healthy({ [labels(V6)]: ["127.0.0.2"] }), V6)).toMatchObject({ addresses: ["127.0.0.2"] });
  expect(await said({ [test127]: ["127.0.0.2"] }, V6)).toMatchObject({ kind: "unusable", why: "no-test-entry" });
});

test("a listing comes with its reason, and stands without", async () => {
  const zone = healthy({ [HERE]: ["127.0.0.2"] });
  const name = `${HERE}.one.example`;
  const { gathering, asked } = await gatheringOf({ "one.example": zone, "two.example": zone }, {}, { [name]: "spam" });
  const results = await askLists(questionsAbout(ADDRESS, [listOf("one"), listOf("two")]), gathering());
  expect(results.map((result) => result.said)).toMatchObject([{ reasons: ["spam"] }, { reasons: [] }]);
  expect(asked()).toContain(`${name} TXT`);
});

test("nobody asks for the reason of a listing that is none", async () => {
  const { gathering, asked } = await gatheringOf({ "one.example": healthy() });
  await askLists(questionsAbout(ADDRESS, [listOf("one")]), gathering());
  expect(asked()).toEqual(expect.not.arrayContaining([expect.stringMatching(/TXT$/)]));
});

test("a list that wants a key is not asked without, and is asked below it with one; the key shows nowhere", async () => {
  const list = listOf("one", { key: { name: "spamhaus", zone: "dq.example" } });
  const without = await gatheringOf({});
  const [none] = await askLists(questionsAbout(ADDRESS, [list]), without.gathering());
  expect(none?.said).toEqual({ kind: "no-key" });
  expect(without.asked()).toEqual([]);

  const name = `${HERE}.s3cretkey.dq.example`;
  const zones = { "s3cretkey.dq.example": healthy({ [HERE]: ["127.0.0.2"] }) };
  const { gathering, asked } = await gatheringOf(zones, { spamhausKey: "S3cretKey" }, { [name]: "s3cretkey says so" });
  const results = await askLists(questionsAbout(ADDRESS, [list]), gathering());
  expect(asked()).toContain(`${name} A`);
  expect(results[0]?.said).toMatchObject({ kind: "answered", addresses: ["127.0.0.2"] });
  expect(JSON.stringify(results)).not.toMatch(/s3cretkey/i);
});

test("test entries are remembered for an hour, and asked again after", async () => {
  let now = 0;
  const { gathering, asked } = await gatheringOf({ "one.example": healthy() }, { now: () => now });
  const entries = () => asked().filter((question) => question.startsWith(test127)).length;
  const ask = () => askLists(questionsAbout(ADDRESS, [listOf("one")]), gathering());
  await ask();
  now += 59 * 60_000;
  await ask();
  expect(entries()).toBe(1);
  now += 2 * 60_000;
  await ask();
  expect(entries()).toBe(2);
});

test("a dead list is left alone for a while, then tried again, and called out of service when it stays dead", async () => {
  let now = 0;
  const { gathering, asked } = await gatheringOf({ "one.example": says({ flags: SERVFAIL }) }, { now: () => now });
  const ask = async () => (await askLists(questionsAbout(ADDRESS, [listOf("one")]), gathering()))[0]?.said;
  expect(await ask()).toMatchObject({ kind: "failed", reason: "servfail", lasting: false });
  const before = asked().length;
  expect(await ask()).toMatchObject({ kind: "failed", lasting: false });
  expect(asked().length).toBe(before);
  now += 11 * 60_000;
  expect(await ask()).toMatchObject({ kind: "failed", lasting: true });
  expect(asked().length).toBeGreaterThan(before);
});

test("silence is expected of a list for registered resolvers, unless it served us before or says something", async () => {
  const registered = listOf("one", { registered: true });
  let zone: ListZone = silent;
  let now = 0;
  const serves: ListZone = (query, count) => (typeof zone === "function" ? zone(query, count) : []);
  const { gathering } = await gatheringOf({ "one.example": serves }, { now: () => now });
  const ask = async () => (await askLists(questionsAbout(ADDRESS, [registered]), gathering()))[0]?.said;
  expect(await ask()).toMatchObject({ kind: "failed", lasting: true });
  now += 3_600_000;
  zone = (query) => [
    reply(query, query.name.startsWith(HERE) ? { answers: [a(query.name, "127.0.0.2")] } : { flags: SERVFAIL }),
  ];
  expect(await ask()).toMatchObject({ kind: "failed", lasting: false });
  now += 3_600_000;
  zone = (query) => [
    reply(query, query.name.startsWith(test127) ? { answers: [a(query.name, "127.0.0.2")] } : { flags: NXDOMAIN }),
  ];
  expect(await ask()).toMatchObject({ kind: "answered" });
  now += 2 * 3_600_000;
  zone = silent;
  expect(await ask()).toMatchObject({ kind: "failed", lasting: false });
});

test("a stopped check leaves nothing behind that another would believe", async () => {
  const { gathering } = await gatheringOf({ "one.example": healthy() });
  const stopped = gathering();
  const ask = (name: string) => ({ name: asName(name), type: "A", kind: "failed", reason: "cancelled" }) as const;
  const cancelled = { ...stopped, dns: { ask: async (name: string) => ask(name) as never } };
  const questions = questionsAbout(ADDRESS, [listOf("one")]);
  const [first, second] = await Promise.all([askLists(questions, cancelled), askLists(questions, gathering())]);
  expect(first[0]?.said).toMatchObject({ kind: "failed", reason: "cancelled" });
  expect(second[0]?.said).toMatchObject({ kind: "answered" });
});

test("lists take no more than their share of a check's questions, and never say less than they know", async () => {
  const lists = Array.from({ length: 30 }, (_, i) => listOf(`l${i}`));
  const zones = Object.fromEntries(lists.map(({ zone }) => [zone, healthy()]));
  const limits = { ...defaultLimits, dnsQueries: 40 };
  const { gathering, asked } = await gatheringOf(zones, { limits });
  const results = await askLists(questionsAbout(ADDRESS, lists), gathering());
  expect(asked().length).toBeLessThanOrEqual(20);
  expect(results.filter(({ said }) => said.kind === "failed").map(({ said }) => said)).toEqual(
    Array(20).fill({ kind: "failed", reason: "limit", lasting: false }),
  );
});

test("five silent lists of thirty hold nobody up for more than a second", async () => {
  const lists = Array.from({ length: 30 }, (_, i) => listOf(`l${i}`));
  const zones = Object.fromEntries(lists.map(({ zone }, i) => [zone, i % 6 === 0 ? silent : healthy()]));
  const { gathering } = await gatheringOf(zones, { limits: defaultLimits });
  const { results, ms } = await inSimulatedTime(async () => {
    const started = performance.now();
    const results = await askLists(questionsAbout(ADDRESS, lists), gathering());
    return { results, ms: performance.now() - started };
  });
  expect(ms).toBeLessThanOrEqual(1000);
  expect(results.filter(({ said }) => said.kind === "answered")).toHaveLength(25);
  expect(results.filter(({ said }) => said.kind === "failed")).toHaveLength(5);
});

test("names: hosts as they are, domains by organisation, each once, against TEST or the list's own entry", async () => {
  const hosts = listOf("hosts", { about: "host" });
  const domains = listOf("domains", { about: "organisation", testName: "known-entry.com" });
  const { gathering, asked } = await gatheringOf({
    "hosts.example": healthy(),
    "domains.example": { "known-entry.com": ["127.0.0.2"], "example.com": ["127.0.0.8"] },
  });
  const names = ["mail.example.com", "www.example.com"].map((name) => ({
    name: asName(name),
    roles: ["ptr"] as const,
  }));
  const results = await askLists(questionsAboutNames(names, [hosts, domains]), gathering());
  expect(results).toMatchObject([
    { list: "hosts", about: "mail.example.com", said: { addresses: [] } },
    { list: "hosts", about: "www.example.com", said: { addresses: [] } },
    { list: "domains", about: "example.com", said: { addresses: ["127.0.0.8"] } },
  ]);
  expect(asked().filter((question) => question === "test.hosts.example A")).toHaveLength(1);
});

const points = corpus("own/dnsbl-test-points.tsv");
test.skipIf(!points)("the test points of RFC 5782 section 5 are asked as the corpus spells them", async () => {
  const rows = readFileSync(points as string, "utf8")
    .split("\n")
    .slice(1);
  const spelled = rows.flatMap((row) => /^(\S+)\.<zone>$/.exec(row.split("\t")[1] ?? "")?.[1]?.toLowerCase() ?? []);
  const list = listOf("one", { about: "host" });
  const asked = [
    ...[ADDRESS, V6].flatMap((address) => questionsAbout(address, [list])),
    ...questionsAboutNames([{ name: asName("mail.example.com"), roles: ["ptr"] }], [list]),
  ].flatMap(({ entries, never }) => [entries[0], never]);
  expect(spelled.length).toBe(6);
  expect(asked.toSorted()).toEqual(spelled.toSorted());
  const v4 = rows.flatMap((row) => parseAddress(row.split("\t")[0] ?? "") ?? []).filter((each) => !each.includes(":"));
  for (const address of v4) expect(spelled).toContain(reverseLabels(address));
});
