import { describe, expect, test } from "vitest";
import { a, askOne, good, later, resolverOf, says, serve, silent } from "../../testing/asking.ts";
import { name } from "../../testing/facts.ts";
import { type Behaviour, RD_RA, reply } from "../../testing/misbehaving-dns.ts";
import { createBudget } from "../budget.ts";

/** Whoever waited for this would not see the end of the test. */
const HOUR = 3_600_000;
const www = name("www.example");

describe("a question that is not answered in time", () => {
  test("goes to the next resolver as well, however patient we are", async () => {
    const [first, second] = [await serve(silent), await serve(good)];
    const { client } = resolverOf([first, second], { dnsTryMs: HOUR });
    expect((await client().ask(www, "A")).kind).toBe("answer");
    expect(first.received).toHaveLength(1);
  });

  test("is answered by a late reply to its first try", async () => {
    const server = await serve(async (query, count) => {
      if (count > 1) return [];
      await later(700);
      return good(query, count);
    });
    const { client } = resolverOf([server], { dnsTryMs: HOUR });
    expect((await client().ask(www, "A")).kind).toBe("answer");
    expect(server.received).toHaveLength(2);
  });

  test("is never sent more than three times to one server (RFC 9520 section 3.1)", async () => {
    const server = await serve(silent);
    const { client } = resolverOf([server], { dnsTryMs: 100, dnsTries: 30 });
    expect(await client().ask(www, "A")).toMatchObject({ kind: "failed", reason: "timeout" });
    expect(server.received).toHaveLength(3);
  });

  test("is still answered where the check may not repeat it", async () => {
    const server = await serve(async (query, count) => {
      await later(400);
      return good(query, count);
    });
    const { client } = resolverOf([server], { dnsTryMs: HOUR });
    const spend = (what?: "again") => what !== "again";
    expect((await client({ spend }).ask(www, "A")).kind).toBe("answer");
    expect(server.received).toHaveLength(1);
  });

  test("and that we may not repeat was not met with silence, but with our limit", async () => {
    const { client } = resolverOf([await serve(silent)], { dnsTryMs: 1_500 });
    const spend = (what?: "again") => what !== "again";
    expect(await client({ spend }).ask(www, "A")).toMatchObject({ kind: "failed", reason: "limit" });
  });
});

test("a resolver that has died holds up no more than the questions under way", async () => {
  let dead = false;
  const [first, second] = [await serve((query, count) => (dead ? [] : good(query, count))), await serve(good)];
  const { client } = resolverOf([first, second], { dnsTryMs: HOUR });
  await client().ask(www, "A");
  expect(second.received).toEqual([]);
  dead = true;
  await client().ask(name("a.example"), "A");
  await client().ask(name("b.example"), "A");
  expect(first.received.map((query) => query.name)).toEqual(["www.example", "a.example"]);
});

test("a resolver that is back is found out beside other questions", async () => {
  let dead = true;
  const [first, second] = [await serve((query, count) => (dead ? [] : good(query, count))), await serve(good)];
  const { client } = resolverOf([first, second], { dnsTryMs: HOUR, cacheSeconds: 0 });
  await client().ask(www, "A");
  dead = false;
  const before = first.received.length;
  // Asked in the second one's name until the first has answered beside it.
  while (first.received.length === before) {
    await later(20);
    await client().ask(www, "A");
  }
  await later(50);
  const known = second.received.length;
  await client().ask(www, "A");
  expect(second.received).toHaveLength(known);
});

test("repetitions have a share of a check's questions, so that slowness does not use up the rest", () => {
  const budget = createBudget({ addresses: 1, smtpSessions: 1, httpsConnections: 1, dnsQueries: 8 });
  const again = Array.from({ length: 4 }, () => budget.spendQuestion("again"));
  expect(again).toEqual([true, true, false, false]);
  const asked = Array.from({ length: 7 }, () => budget.spendQuestion());
  expect(asked.filter(Boolean)).toHaveLength(6);
});

describe("the letters of a question", () => {
  test("are sent in mixed case, and expected back as they were", async () => {
    const server = await serve((query) => [
      reply(query, { question: { name: swapped(query.spelled), type: "A" }, answers: [a(query.name, "192.0.2.66")] }),
      reply(query, { answers: [a(query.name)] }),
    ]);
    const { client } = resolverOf([server]);
    const names = Array.from({ length: 5 }, (_, i) => name(`a-rather-long-name-${i}.of-a-host.example`));
    for (const each of names) expect(await client().ask(each, "A")).toMatchObject({ records: ["192.0.2.1"] });
    expect(server.received.map(({ spelled }) => spelled).some((each) => each !== each.toLowerCase())).toBe(true);
  });

  test("are sent in lower case to a server that does not preserve them, once that is known", async () => {
    const lowering: Behaviour = (query) => [reply(query, { question: "lower", answers: [a(query.name)] })];
    const server = await serve(lowering);
    const { client } = resolverOf([server]);
    expect((await client().ask(name("a-rather-long-name.example"), "A")).kind).toBe("answer");
    expect(server.received).toHaveLength(2);
    expect((await client().ask(name("another-long-name.example"), "A")).kind).toBe("answer");
    expect(server.received).toHaveLength(3);
  });
});

/** Two letters in the other case: neither as it was sent nor all in one case. */
const swapped = (text: string) => text.replace(/[a-z]/gi, (letter, at: number) => (at < 3 ? flip(letter) : letter));
const flip = (letter: string) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase());

test("many questions share a few sockets, none of them for long", async () => {
  const server = await serve(good);
  const { client } = resolverOf([server], { dnsTries: 1, dnsTryMs: 60_000 });
  const names = Array.from({ length: 3_000 }, (_, i) => name(`n${i}.example`));
  for (let i = 0; i < names.length; i += 50)
    await Promise.all(names.slice(i, i + 50).map((each) => client().ask(each, "A")));
  const ports = Map.groupBy(server.received, ({ port }) => port);
  expect(ports.size).toBeGreaterThanOrEqual(15);
  expect(ports.size).toBeLessThanOrEqual(40);
  for (const asked of ports.values()) {
    expect(asked.length).toBeLessThanOrEqual(200);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  }
});

describe("what a reply may hold", () => {
  const opt = Buffer.from([0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0]);
  const withOpts =
    (count: number): Behaviour =>
    (query) => {
      const bare = reply(query, { flags: RD_RA, answers: [a(query.name)] });
      bare.writeUInt16BE(count, 10);
      return [Buffer.concat([bare, ...Array<Buffer>(count).fill(opt)])];
    };
  test("is one OPT record and not two (RFC 6891 section 6.1.1)", async () => {
    expect((await askOne(withOpts(1))).lookup.kind).toBe("answer");
    expect((await askOne(withOpts(2))).lookup).toMatchObject({ kind: "failed", reason: "malformed" });
  });
  test("is a TXT record of nothing, which spoils none beside it", async () => {
    const txt = (data: string[]) => ({ name: "www.example", type: "TXT" as const, ttl: 60, data });
    const server = await serve((query) => {
      const whole = reply(query, { answers: [txt([]), txt(["v=spf1 -all"])] });
      return [whole];
    });
    const { client } = resolverOf([server]);
    const lookup = await client().ask(www, "TXT");
    expect(lookup).toMatchObject({ kind: "answer", records: ["", "v=spf1 -all"] });
    expect((await askOne(says({ answers: [a("www.example")] }))).lookup.kind).toBe("answer");
  });
});
