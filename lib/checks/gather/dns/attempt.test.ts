import { describe, expect, test } from "vitest";
import {
  a,
  askOne,
  cname,
  FORMERR,
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
} from "../../testing/asking.ts";
import { name } from "../../testing/facts.ts";
import { framed } from "../../testing/frames.ts";
import { type Behaviour, RD_RA, reply, type serveDns, TC } from "../../testing/misbehaving-dns.ts";

describe("one question", () => {
  test("is answered, with its evidence", async () => {
    const { lookup, evidence, received } = await askOne(says({ flags: RD_RA | 0x20, answers: [a("WWW.example")] }));
    expect(lookup).toMatchObject({
      kind: "answer",
      records: ["192.0.2.1"],
      ttl: 300,
      aliases: [],
      authenticated: true,
    });
    expect(evidence).toMatchObject({
      name: "www.example",
      type: "A",
      rcode: "NOERROR",
      records: ["192.0.2.1"],
      ttl: 300,
      flags: ["rd", "ra", "ad"],
    });
    expect(evidence?.server).toMatch(/^127\.0\.0\.1#\d+$/);
    expect(received).toMatchObject([{ name: "www.example", type: "A", edns: true, flags: 0x0120 }]);
  });

  const rows: [string, Behaviour, string][] = [
    ["silence", silent, "timeout"],
    ["SERVFAIL", says({ flags: SERVFAIL }), "servfail"],
    ["REFUSED", says({ flags: REFUSED }), "refused"],
    ["FORMERR to all", says({ flags: FORMERR }), "formerr"],
    ["FORMERR without a question", says({ flags: FORMERR, question: "none" }), "formerr"],
    ["NOTIMP", says({ flags: RD_RA | 4 }), "formerr"],
    ["an rcode nobody knows", says({ flags: RD_RA | 12 }), "servfail"],
    ["garbage", () => [Buffer.from("garbage"), Buffer.alloc(0)], "malformed"],
    [
      "a body that is garbage",
      (query) => [Buffer.concat([reply(query).subarray(0, 7), Buffer.from([9]), reply(query).subarray(8)])],
      "malformed",
    ],
    ["only wrong ids", (query) => [reply(query, { id: query.id ^ 1, answers: [a(query.name)] })], "malformed"],
    ["only another question", says({ question: { name: "other.example", type: "A" } }), "malformed"],
    ["records of another name", says({ answers: [a("other.example")] }), "malformed"],
    ["NXDOMAIN together with records", says({ flags: NXDOMAIN, answers: [a("www.example")] }), "malformed"],
    [
      "a flood of stray replies",
      (query) => Array.from({ length: 60 }, () => reply(query, { id: query.id ^ 1 })),
      "malformed",
    ],
    [
      "a circle of aliases",
      says({ answers: [cname("www.example", "b.example"), cname("b.example", "www.example")] }),
      "alias-loop",
    ],
    ["a referral instead of recursion", says({ flags: 0, authorities: [ns("example", "ns.example")] }), "refused"],
    ["emptiness from a server that does not recurse", says({ flags: 0x0100 }), "refused"],
    ["NXDOMAIN from a server that does not recurse", says({ flags: 0x0103 }), "refused"],
    ["truncation, with TCP refused", says({ flags: RD_RA | TC }), "malformed"],
  ];
  test.each(rows)("that meets %s fails, and says nothing about what exists", async (_, behaviour, reason) => {
    const { lookup, evidence } = await askOne(behaviour);
    expect(lookup).toEqual({ name: "www.example", type: "A", kind: "failed", reason });
    expect(evidence?.rcode).not.toBe("");
  });

  test("outlives wrong ids and wrong questions that come before the reply", async () => {
    const { lookup } = await askOne((query) => [
      reply(query, { id: query.id ^ 1, answers: [a(query.name, "192.0.2.66")] }),
      reply(query, { question: { name: "other.example", type: "A" }, answers: [a("other.example", "192.0.2.66")] }),
      query.bytes,
      reply(query, { answers: [a(query.name)] }),
    ]);
    expect(lookup).toMatchObject({ kind: "answer", records: ["192.0.2.1"] });
  });

  test("is not answered by another server", async () => {
    const other = await serve(silent);
    const { lookup } = await askOne((query) => {
      // The other server sends what would be the right reply, to the right port.
      void other.send(reply(query, { answers: [a(query.name)] }), query.port);
      return [];
    });
    expect(lookup).toMatchObject({ kind: "failed", reason: "timeout" });
  });

  test("is asked without EDNS where EDNS is not understood", async () => {
    const { lookup, received } = await askOne((query) => [
      reply(query, query.edns ? { flags: FORMERR } : { answers: [a(query.name)] }),
    ]);
    expect(lookup.kind).toBe("answer");
    expect(received.map((query) => query.edns)).toEqual([true, false]);
  });

  test("comes from another port with another id each time", async () => {
    const { received } = await askOne((query) => [reply(query, { answers: [cname(query.name, `a.${query.name}`)] })]);
    expect(new Set(received.map((query) => query.port)).size).toBe(received.length);
    expect(new Set(received.map((query) => query.id)).size).toBeGreaterThan(received.length - 2);
  });

  test("with a name that cannot be one is never sent", async () => {
    const server = await serve(good);
    const { client } = resolverOf([server]);
    expect(await client().ask(name("a".repeat(64)), "A")).toMatchObject({ kind: "failed", reason: "formerr" });
    expect(server.received).toEqual([]);
  });

  test("with an unusual spelling finds its records", async () => {
    const server = await serve(good);
    const { client } = resolverOf([server]);
    expect(await client().ask(name("a+b.Example"), "A")).toMatchObject({ kind: "answer", name: "a+b.Example" });
  });
});

describe("TCP", () => {
  const truncated = says({ flags: RD_RA | TC });
  test("takes over when UDP is cut short, whatever the pieces it comes in", async () => {
    const server = await serve(truncated, async (query, socket) => {
      const frame = framed(reply(query, { answers: [a(query.name)] }));
      for (const end of [1, 3, frame.length]) {
        socket.write(frame.subarray(end === 1 ? 0 : end === 3 ? 1 : 3, end));
        await later(2);
      }
    });
    // Long enough for the pauses between the pieces, however busy the machine is.
    const { client, evidence } = resolverOf([server], { dnsTryMs: 10_000, dnsTries: 1 });
    expect(await client().ask(name("www.example"), "A")).toMatchObject({ kind: "answer", records: ["192.0.2.1"] });
    expect(evidence[0]?.flags).toContain("tcp");
    expect(server.received.map((query) => query.tcp)).toEqual([false, true]);
  });

  test("takes over although the datagram was cut in the middle of a record", async () => {
    const cut: Behaviour = (query) => [reply(query, { flags: RD_RA | TC, answers: [a(query.name)] }).subarray(0, -3)];
    const { lookup } = await askOne(cut, (query, socket) =>
      socket.write(framed(reply(query, { answers: [a(query.name)] }))),
    );
    expect(lookup.kind).toBe("answer");
  });

  const rows: [string, NonNullable<Parameters<typeof serveDns>[1]>, string][] = [
    ["closes at once", (_, socket) => socket.end(), "malformed"],
    ["closes in the middle", (query, socket) => socket.end(framed(reply(query)).subarray(0, 9)), "malformed"],
    ["keeps silent", () => {}, "timeout"],
    [
      "answers another question",
      (query, socket) => socket.write(framed(reply(query, { id: query.id ^ 1 }))),
      "malformed",
    ],
    ["is cut short again", (query, socket) => socket.write(framed(reply(query, { flags: RD_RA | TC }))), "malformed"],
    ["announces nothing", (_, socket) => socket.write(Buffer.from([0, 0])), "malformed"],
  ];
  test.each(rows)("that %s is a failure", async (_, tcp, reason) => {
    expect((await askOne(truncated, tcp)).lookup).toMatchObject({ kind: "failed", reason });
  });
});
