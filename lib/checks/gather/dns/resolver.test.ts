import { describe, expect, test } from "vitest";
import {
  a,
  askOne,
  cname,
  good,
  later,
  NXDOMAIN,
  ns,
  REFUSED,
  resolverOf,
  SERVFAIL,
  says,
  serve,
  silent,
  soa,
} from "../../testing/asking.ts";
import { ip, name } from "../../testing/facts.ts";
import { AA, type Behaviour, type Reply, reply } from "../../testing/misbehaving-dns.ts";
import type { AskOptions } from "./client.ts";

describe("several resolvers", () => {
  test.each<[string, Behaviour]>([
    ["keeps silent", silent],
    ["says SERVFAIL", says({ flags: SERVFAIL })],
    ["refuses", says({ flags: REFUSED })],
    ["sends garbage", () => [Buffer.from("garbage")]],
    ["does not recurse", says({ flags: 0, authorities: [ns(".", "a.root-servers.net")] })],
  ])("stand in for one that %s", async (_, behaviour) => {
    const [first, second] = [await serve(behaviour), await serve(good)];
    // An hour's patience: the second is asked when the first takes longer than servers do, not when time runs out.
    const { client, evidence } = resolverOf([first, second], { dnsTryMs: 3_600_000 });
    expect((await client().ask(name("www.example"), "A")).kind).toBe("answer");
    expect(evidence[0]?.server).toBe(`127.0.0.1#${second.endpoint.port}`);
  });

  test("stand in at once for one whose port is closed", async () => {
    const dead = await serve(silent);
    await dead.close();
    const second = await serve(good);
    const { client } = resolverOf([dead, second], { dnsTryMs: 3_600_000 });
    expect((await client().ask(name("www.example"), "A")).kind).toBe("answer");
  });

  test("a silent one is asked last from then on", async () => {
    const [first, second] = [await serve(silent), await serve(good)];
    const { client } = resolverOf([first, second], { dnsTryMs: 3_600_000 });
    await client().ask(name("www.example"), "A");
    await client().ask(name("mail.example"), "A");
    expect(first.received.map((query) => query.name)).toEqual(["www.example"]);
  });

  test("the failure that says most is reported", async () => {
    const [first, second, third] = [await serve(silent), await serve(says({ flags: REFUSED })), await serve(silent)];
    const { client, evidence } = resolverOf([first, second, third], { dnsTries: 3 });
    expect(await client().ask(name("www.example"), "A")).toMatchObject({ kind: "failed", reason: "refused" });
    expect(evidence[0]).toMatchObject({ rcode: "REFUSED", server: `127.0.0.1#${second.endpoint.port}` });
  });

  test("a lost reply is asked for again, and a late one does no harm", async () => {
    const { lookup, received } = await (async () => {
      const server = await serve(async (query, count) => {
        if (count === 1) await later(500);
        return good(query, count);
      });
      const { client } = resolverOf([server], { dnsTryMs: 1_000 });
      return { lookup: await client().ask(name("www.example"), "A"), received: server.received };
    })();
    expect(lookup.kind).toBe("answer");
    expect(received).toHaveLength(2);
  });

  test("one that refuses is not asked again", async () => {
    const server = await serve(says({ flags: REFUSED }));
    const { client } = resolverOf([server], { dnsTries: 3 });
    await client().ask(name("www.example"), "A");
    expect(server.received).toHaveLength(1);
  });

  test("none is a failure", async () => {
    const { client } = resolverOf([]);
    expect(await client().ask(name("www.example"), "A")).toMatchObject({ kind: "failed", reason: "network" });
  });
});

describe("validation", () => {
  const CD = 0x10;
  const bogus: Behaviour = (query) => [
    reply(query, query.flags & CD ? { answers: [a(query.name)] } : { flags: SERVFAIL }),
  ];
  test("SERVFAIL that turns into an answer with checking disabled is bogus", async () => {
    const { lookup, evidence } = await askOne(bogus);
    expect(lookup).toMatchObject({ kind: "failed", reason: "bogus" });
    expect(evidence?.rcode).toBe("SERVFAIL");
  });
  test("SERVFAIL that has passed meanwhile is not", async () => {
    const { lookup } = await askOne((query, count) =>
      count === 1 ? [reply(query, { flags: SERVFAIL })] : good(query, count),
    );
    expect(lookup.kind).toBe("answer");
  });
  test("who disables checking gets the answer", async () => {
    expect((await askOne(bogus, undefined, { checkingDisabled: true })).lookup.kind).toBe("answer");
  });
  test("a resolver that names the cause is believed", async () => {
    const opt = Buffer.from([0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 6, 0, 15, 0, 2, 0, 6]);
    const { lookup, evidence, received } = await askOne((query) => {
      if (query.flags & CD) return [reply(query, { answers: [a(query.name)] })];
      const bare = reply(query, { flags: SERVFAIL });
      bare.writeUInt16BE(1, 10);
      return [Buffer.concat([bare, opt])];
    });
    expect(lookup).toMatchObject({ kind: "failed", reason: "bogus" });
    expect(evidence?.flags).toContain("ede:6");
    expect(received).toHaveLength(2);
  });
});

describe("the cache", () => {
  const at = (seconds: number) => ({ now: () => clock.start + 1000 * seconds });
  const clock = { start: 1_800_000_000_000, seconds: 0 };
  const ticking = { now: () => at(clock.seconds).now() };

  test("answers until the TTL is over, counting it down", async () => {
    clock.seconds = 0;
    const server = await serve((query) => [reply(query, { answers: [a(query.name, "192.0.2.1", 30)] })]);
    const { client, evidence } = resolverOf([server], {}, ticking);
    const ask = () => client({ spend: () => clock.seconds === 0 }).ask(name("www.example"), "A");
    await ask();
    clock.seconds = 10;
    expect(await ask()).toMatchObject({ kind: "answer", ttl: 20 });
    expect(evidence[1]).toMatchObject({ ttl: 20, ms: 0, rcode: "NOERROR" });
    expect(evidence[1]?.flags).toContain("cached");
    clock.seconds = 30;
    expect(await ask()).toMatchObject({ kind: "failed", reason: "limit" });
    expect(server.received).toHaveLength(1);
  });

  const rows: [string, Reply, number, number][] = [
    ["answers no longer than the vantage's limit", { answers: [a("www.example", "192.0.2.1", 3600)] }, 61, 2],
    ["keeps what does not exist", { flags: NXDOMAIN, authorities: [soa("example")] }, 50, 1],
    ["lets go of what does not exist", { flags: NXDOMAIN, authorities: [soa("example", 900, 20)] }, 21, 2],
    ["does not keep NODATA without a SOA", {}, 0, 2],
    ["does not keep a TTL of zero", { answers: [a("www.example", "192.0.2.1", 0)] }, 0, 2],
    ["keeps failures for a second", { flags: REFUSED }, 0.9, 1],
    ["keeps failures no longer than a second", { flags: REFUSED }, 1, 2],
  ];
  test.each(rows)("%s", async (_, said, seconds, questions) => {
    clock.seconds = 0;
    const server = await serve(says(said));
    const { client } = resolverOf([server], { dnsTries: 1 }, ticking);
    await client().ask(name("www.example"), "A");
    clock.seconds = seconds;
    await client().ask(name("www.example"), "A");
    expect(server.received).toHaveLength(questions);
  });

  test("keeps apart types and checking disabled", async () => {
    const server = await serve(good);
    const { client } = resolverOf([server], { dnsTries: 1 });
    await client().ask(name("www.example"), "A");
    await client().ask(name("www.example"), "A", { checkingDisabled: true });
    await client().ask(name("www.example"), "TXT");
    expect(server.received).toHaveLength(3);
  });
});

describe("single flight", () => {
  /** No answer of the slow server is late, however busy the machine is. */
  const PATIENT = { dnsTryMs: 10_000 };
  const slow: Behaviour = async (query, count) => {
    await later(25);
    return good(query, count);
  };
  test("the same question asked twice at a time is sent once", async () => {
    const server = await serve(slow);
    const { client, evidence } = resolverOf([server], PATIENT);
    const both = [client().ask(name("www.example"), "A"), client().ask(name("www.example"), "A")];
    expect((await Promise.all(both)).map((lookup) => lookup.kind)).toEqual(["answer", "answer"]);
    expect(server.received).toHaveLength(1);
    expect(evidence).toHaveLength(2);
  });
  test("a check that is stopped does not take the other's answer away", async () => {
    const server = await serve(slow);
    const { client } = resolverOf([server], PATIENT);
    const stop = new AbortController();
    const first = client({ signal: stop.signal }).ask(name("www.example"), "A");
    const second = client().ask(name("www.example"), "A");
    stop.abort();
    expect(await first).toMatchObject({ kind: "failed", reason: "cancelled" });
    expect((await second).kind).toBe("answer");
    expect(server.received).toHaveLength(1);
  });
  test("a question nobody waits for any more does not spoil the next one", async () => {
    const server = await serve(slow);
    const { client } = resolverOf([server], PATIENT);
    const stop = new AbortController();
    const first = client({ signal: stop.signal }).ask(name("www.example"), "A");
    stop.abort();
    expect((await client().ask(name("www.example"), "A")).kind).toBe("answer");
    expect((await first).kind).toBe("failed");
  });
});

describe("a check", () => {
  test("that is stopped hears so at once", async () => {
    const server = await serve(silent);
    const { client, evidence } = resolverOf([server], { dnsTryMs: 3_600_000 });
    const lookup = client({ signal: AbortSignal.timeout(20) }).ask(name("www.example"), "A");
    expect(await lookup).toMatchObject({ kind: "failed", reason: "cancelled" });
    expect(evidence).toMatchObject([{ rcode: "CANCELLED" }]);
  });
  test("that was stopped before sends nothing", async () => {
    const server = await serve(good);
    const { client } = resolverOf([server]);
    const lookup = await client({ signal: AbortSignal.abort() }).ask(name("www.example"), "A");
    expect(lookup).toMatchObject({ kind: "failed", reason: "cancelled" });
    expect(server.received).toEqual([]);
  });
  test("whose budget is used up sends nothing", async () => {
    const server = await serve(good);
    const { client, evidence } = resolverOf([server]);
    expect(await client({ spend: () => false }).ask(name("www.example"), "A")).toMatchObject({ reason: "limit" });
    expect(evidence).toMatchObject([{ rcode: "LIMIT" }]);
    expect(server.received).toEqual([]);
  });
  test("of a closed resolver ends", async () => {
    const server = await serve(silent);
    const { client, resolver } = resolverOf([server], { dnsTryMs: 3_600_000 });
    const lookup = client().ask(name("www.example"), "A");
    resolver.close();
    expect(await lookup).toMatchObject({ reason: "cancelled" });
    expect(await client().ask(name("mail.example"), "A")).toMatchObject({ reason: "cancelled" });
  });
});

describe("one server asked directly", () => {
  const authority = { address: ip("8.8.4.4"), port: 53 };
  async function askAt(behaviour: Behaviour, options: AskOptions = {}) {
    const server = await serve(behaviour);
    const { client, evidence } = resolverOf([], {}, { route: () => server.endpoint });
    const ask = () => client().ask(name("www.example"), "A", { at: authority, ...options });
    return { lookup: await ask(), evidence, server, ask };
  }

  test("is reached where the vantage leads to, without recursion, and named as it was asked", async () => {
    const { lookup, evidence, server } = await askAt(
      says({ flags: AA, answers: [a("www.example")], authorities: [ns("example", "ns.example")] }),
    );
    expect(lookup).toMatchObject({ kind: "answer", authoritative: true, zone: "example" });
    expect(evidence).toMatchObject([{ server: "8.8.4.4", flags: ["aa"] }]);
    expect(server.received[0]?.flags).toBe(0x20);
  });
  test("may recurse where asked to", async () => {
    expect((await askAt(good, { recursion: true })).server.received[0]?.flags).toBe(0x120);
  });
  test("is asked each time anew", async () => {
    const { ask, server } = await askAt(good);
    await ask();
    expect(server.received).toHaveLength(2);
  });
  test("tells where else to ask", async () => {
    const { lookup } = await askAt(
      says({ flags: 0, authorities: [ns("example", "NS1.example"), ns("example", "ns2.example")] }),
    );
    expect(lookup).toMatchObject({ kind: "nodata", referral: ["ns1.example", "ns2.example"], zone: "example" });
  });
  test("that owns the name and has no such record is not a referral", async () => {
    const { lookup } = await askAt(says({ flags: AA, authorities: [ns("example", "ns1.example")] }));
    expect(lookup).toMatchObject({ kind: "nodata", authoritative: true });
    expect(lookup).not.toHaveProperty("referral");
  });
  test("whose answer ends at an alias refers elsewhere, and the alias is not followed", async () => {
    const { lookup, server } = await askAt(says({ flags: AA, answers: [cname("www.example", "b.example.net")] }));
    expect(lookup).toMatchObject({ kind: "nodata", aliases: ["b.example.net"], referral: [] });
    expect(server.received).toHaveLength(1);
  });
  test("is not asked where the guard forbids its address", async () => {
    const server = await serve(good);
    const { client, evidence } = resolverOf([]);
    const lookup = await client().ask(name("www.example"), "A", { at: server.endpoint });
    expect(lookup).toMatchObject({ kind: "failed", reason: "forbidden" });
    expect(evidence).toMatchObject([{ rcode: "FORBIDDEN" }]);
    expect(server.received).toEqual([]);
  });
});

test("one answer brings a bounded amount of evidence", async () => {
  const many = Array.from({ length: 100 }, (_, i) => a("www.example", `192.0.2.${i}`));
  expect((await askOne(says({ answers: many }))).evidence?.records).toHaveLength(64);
  const server = await serve(
    says({ answers: [{ name: "www.example", type: "TXT", data: Array<string>(20).fill("x".repeat(200)) }] }),
  );
  const { client, evidence } = resolverOf([server]);
  expect(await client().ask(name("www.example"), "TXT")).toMatchObject({ records: ["x".repeat(4000)] });
  expect(evidence[0]?.records[0]?.length).toBeLessThan(1030);
});
