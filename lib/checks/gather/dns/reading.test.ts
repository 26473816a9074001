import { describe, expect, test } from "vitest";
import { a, askOne, cname, NXDOMAIN, resolverOf, SERVFAIL, says, serve, soa } from "../../testing/asking.ts";
import { name } from "../../testing/facts.ts";
import { reply } from "../../testing/misbehaving-dns.ts";

describe("what does not exist", () => {
  test("NXDOMAIN is kept for the smaller of the SOA's TTL and its minimum", async () => {
    const { lookup } = await askOne(says({ flags: NXDOMAIN, authorities: [soa("example", 900, 60)] }));
    expect(lookup).toMatchObject({ kind: "nxdomain", ttl: 60, zone: "example" });
  });
  test("NODATA with a SOA", async () => {
    const { lookup } = await askOne(says({ authorities: [soa("example", 30, 60)] }));
    expect(lookup).toMatchObject({ kind: "nodata", ttl: 30, zone: "example" });
  });
  test("NODATA without a SOA is an answer, but not kept", async () => {
    expect((await askOne(says({}))).lookup).toMatchObject({ kind: "nodata", ttl: 0 });
  });
  test("NXDOMAIN at the end of an alias", async () => {
    const { lookup } = await askOne(
      says({ flags: NXDOMAIN, answers: [cname("www.example", "b.example")], authorities: [soa("example")] }),
    );
    expect(lookup).toMatchObject({ kind: "nxdomain", aliases: ["b.example"] });
  });
  test("NODATA at the end of an alias", async () => {
    const { lookup, received } = await askOne(
      says({ answers: [cname("www.example", "b.example")], authorities: [soa("example")] }),
    );
    expect(lookup).toMatchObject({ kind: "nodata", aliases: ["b.example"] });
    expect(received).toHaveLength(1);
  });
  test("a SOA of some other zone says nothing", async () => {
    const { lookup } = await askOne(says({ authorities: [soa("example.net")] }));
    expect(lookup).toMatchObject({ kind: "nodata", ttl: 0 });
    expect(lookup).not.toHaveProperty("zone");
  });
});

describe("aliases", () => {
  test("are followed within the reply, in whatever order, as an RFC 2317 reverse name", async () => {
    const owner = "5.2.0.192.in-addr.arpa";
    const target = "5.0/25.2.0.192.in-addr.arpa";
    const server = await serve(
      says({ answers: [{ name: target, type: "PTR", ttl: 20, data: "mail.example" }, cname(owner, target)] }),
    );
    const { client, evidence } = resolverOf([server]);
    const lookup = await client().ask(name(owner), "PTR");
    expect(lookup).toMatchObject({ kind: "answer", records: ["mail.example"], aliases: [target], ttl: 20 });
    expect(evidence[0]?.records).toEqual([`CNAME ${target}`, "mail.example"]);
  });

  test("are asked for where the reply stops at one", async () => {
    const { lookup, evidence, received } = await askOne((query) =>
      query.name === "www.example"
        ? [reply(query, { answers: [cname("www.example", "b.example.net", 10)] })]
        : [reply(query, { answers: [a("b.example.net")] })],
    );
    expect(lookup).toMatchObject({ kind: "answer", records: ["192.0.2.1"], aliases: ["b.example.net"], ttl: 10 });
    expect(evidence?.records).toEqual(["CNAME b.example.net", "192.0.2.1"]);
    expect(received.map((query) => query.name)).toEqual(["www.example", "b.example.net"]);
  });

  test("that lead in a circle over several replies are a loop", async () => {
    const { lookup } = await askOne((query) => [
      reply(query, { answers: [cname(query.name, query.name === "www.example" ? "b.example" : "www.example")] }),
    ]);
    expect(lookup).toMatchObject({ kind: "failed", reason: "alias-loop" });
  });

  test("that lead on for ever are given up", async () => {
    const { lookup, received } = await askOne((query) => [
      reply(query, { answers: [cname(query.name, `a.${query.name}`)] }),
    ]);
    expect(lookup).toMatchObject({ kind: "failed", reason: "alias-loop" });
    expect(received).toHaveLength(9);
  });

  test("whose target is not answered are a failure, not an absence", async () => {
    const { lookup } = await askOne((query) => [
      reply(query, query.name === "www.example" ? { answers: [cname(query.name, "b.example")] } : { flags: SERVFAIL }),
    ]);
    expect(lookup).toMatchObject({ kind: "failed", reason: "servfail" });
  });

  test("are records themselves where they are asked for", async () => {
    const server = await serve(says({ answers: [cname("www.example", "www.example")] }));
    const { client } = resolverOf([server]);
    expect(await client().ask(name("www.example"), "CNAME")).toMatchObject({
      kind: "answer",
      records: ["www.example"],
    });
  });
});
