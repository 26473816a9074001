import { expect, test } from "vitest";
import type { Known } from "../findings/findings.ts";
import { NXDOMAIN, ns, resolverOf, serve, soa } from "../testing/asking.ts";
import { name } from "../testing/facts.ts";
import { RD_RA, type Reply, reply } from "../testing/misbehaving-dns.ts";
import type { Gathering } from "./gatherer.ts";
import { zoneSecurity } from "./zone-security.ts";

const zone = "example.com";
const ENDS = 1_800_000_000;

async function gathered(replies: Readonly<Record<string, Reply>>) {
  const server = await serve((query) => [
    reply(query, replies[`${query.name} ${query.type}`] ?? { flags: RD_RA, authorities: [soa(zone)] }),
  ]);
  const { client } = resolverOf([server], { dnsTryMs: 5_000 });
  const sender = { domain: name("news.example.com"), origin: "target" } as const;
  return zoneSecurity.gather({ sender } as unknown as Known, { dns: client() } as unknown as Gathering);
}

const apex: Record<string, Reply> = {
  "news.example.com SOA": { flags: NXDOMAIN, authorities: [soa(zone)] },
  "example.com SOA": { answers: [soa(zone)] },
  "example.com NS": { answers: [ns(zone, "ns1.example.net")] },
};

test("DS and signatures of the zone the domain is in", async () => {
  const found = await gathered({
    ...apex,
    "example.com DS": {
      answers: [
        {
          name: zone,
          type: "DS",
          ttl: 300,
          data: { keyTag: 7, algorithm: 13, digestType: 2, digest: Buffer.alloc(32) },
        },
      ],
    },
    "example.com RRSIG": {
      answers: [
        {
          name: zone,
          type: "RRSIG",
          ttl: 300,
          data: {
            typeCovered: "SOA",
            algorithm: 13,
            labels: 2,
            originalTTL: 300,
            expiration: ENDS,
            inception: ENDS - 86_400,
            keyTag: 7,
            signersName: zone,
            signature: Buffer.alloc(64),
          },
        },
      ],
    },
  });
  expect(found).toMatchObject({
    kind: "found",
    zone,
    ds: { kind: "answer", records: [{ keyTag: 7, algorithm: 13, digestType: 2 }] },
    signatures: {
      kind: "answer",
      records: [{ covers: 6, algorithm: 13, keyTag: 7, begins: ENDS - 86_400, ends: ENDS }],
    },
  });
});

test("without a DS nobody is asked for signatures", async () => {
  const found = await gathered(apex);
  expect(found).toMatchObject({ kind: "found", zone, ds: { kind: "nodata" } });
  expect(found).not.toHaveProperty("signatures");
});
