import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Facts } from "../facts/facts.ts";
import type { Vantage } from "../facts/vantage.ts";
import type { Zone } from "../facts/zone.ts";
import type { Guard } from "../net/guard.ts";
import type { SpecialBlock } from "../net/special-purpose.ts";
import { createFacts, judgeSubject } from "../run/subject.ts";
import { delegationMatch } from "../signals/delegation-match.ts";
import { resolverAgreement } from "../signals/resolver-agreement.ts";
import { reverseAuthority } from "../signals/reverse-authority.ts";
import { reverseDnssec } from "../signals/reverse-dnssec.ts";
import type { FaultScope } from "../testing/dns-faults.ts";
import { about, answer, ip, name } from "../testing/facts.ts";
import { sample } from "../testing/internet.ts";
import { startWorld, type World } from "../testing/world.ts";
import { unlimited } from "./budget.ts";
import type { Resolver } from "./dns/client.ts";
import { createResolver } from "./dns/resolver.ts";
import type { Gathering } from "./gatherer.ts";
import { gatherers } from "./index.ts";
import { createQuestions } from "./questions.ts";
import { reverseAuthority as authority } from "./reverse-authority.ts";

// The reverse zone as its own servers, public resolvers and DNSSEC see it: gathered in the small internet, and judged.
const signals = [reverseAuthority, resolverAgreement, reverseDnssec, delegationMatch];

let world: World;
let resolver: Resolver;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, limits: { dnsTryMs: 40, dnsTries: 2, cacheSeconds: 0 } });
  resolver = createResolver(world.vantage);
});
afterAll(async () => {
  resolver.close();
  await world.close();
});
afterEach(() => world.clearFaults());

/** The facts of one address; only what is asked for is gathered. */
function factsOf(id: string) {
  const address = ip(sample(id).target);
  const signal = new AbortController().signal;
  const questions = createQuestions(resolver, { signal, budget: unlimited, octets: 1_000_000 });
  const subject = { id: address, scope: "server" as const, seeds: { address }, signals };
  const source = createFacts(subject, gatherers, (fact) => ({
    dns: questions.clientFor(address, fact),
    smtp: () => Promise.reject(new Error("nobody needs it")),
    vantage: world.vantage,
    budget: unlimited,
    signal,
  }));
  return { subject, source, questions };
}

/** Outcome and status of each of the signals. */
async function verdicts(id: string): Promise<Record<string, string>> {
  const { subject, source } = factsOf(id);
  const found: Record<string, string> = {};
  await judgeSubject(subject, source, ({ signal, outcome, status }) => {
    found[signal] = status === "unknown" ? "unknown" : outcome;
  });
  return found;
}

describe("what comes of the samples", () => {
  test.each([
    ["coherent", "agree", "agree", "secure-in-part"],
    ["reverse-secure", "agree", "agree", "secure"],
    ["rfc2317", "agree", "agree", "secure-in-part"],
    ["ipv6-coherent", "agree", "agree", "secure-in-part"],
    ["no-ptr", "agree-none", "agree-none", "none"],
    ["ptr-nodata", "agree-none", "agree-none", "none"],
    ["lame", "lame", "agree", "secure-in-part"],
    ["disagreeing", "disagree", "agree", "secure-in-part"],
    ["propagation", "agree", "old", "secure-in-part"],
    ["reverse-bogus", "unknown", "bogus", "bogus-reverse"],
    ["forward-bogus", "agree", "agree", "bogus-forward"],
    ["all-lame", "unknown", "unknown", "unknown"],
    ["reverse-servfail", "unknown", "unknown", "unknown"],
    ["reverse-timeout", "unknown", "unknown", "unknown"],
  ])("%s", async (id, authority, agreement, dnssec) => {
    expect(await verdicts(id)).toMatchObject({
      "reverse-authority": authority,
      "resolver-agreement": agreement,
      "reverse-dnssec": dnssec,
    });
  });
});

test("each name server is asked at one address of each family", async () => {
  const fact = await factsOf("coherent").source("reverseAuthority");
  expect(fact).toMatchObject({
    kind: "asked",
    owner: "10.113.0.203.in-addr.arpa",
    zone: "113.0.203.in-addr.arpa",
    servers: [
      { name: "ns1.hoster.example.net", answers: [{ address: "198.51.100.53" }, { address: "2001:db8:53::1" }] },
      { name: "ns2.hoster.example.net", answers: [{ address: "198.51.100.54" }] },
    ],
    delegation: {
      parent: "in-addr.arpa",
      delegated: { kind: "nodata", referral: ["ns1.hoster.example.net", "ns2.hoster.example.net"] },
      own: { kind: "answer", records: ["ns1.hoster.example.net", "ns2.hoster.example.net"] },
    },
    leftOut: 0,
  });
});

test("a server that answers is asked again, over one family", async () => {
  world.questions.length = 0;
  const fact = await factsOf("coherent").source("reverseAuthority");
  const times = fact.kind === "asked" ? fact.servers[0]?.answers.map(({ again = [] }) => again.length) : [];
  expect(times).toEqual([2, 0]);
});

describe("who is not asked", () => {
  /** The gatherer itself, for a zone and a vantage a little different from what there is. */
  async function asked(zone: Partial<Zone>, vantage: Partial<Vantage>) {
    const { source, questions } = factsOf("coherent");
    const reverseZone = await source("reverseZone");
    if (reverseZone.kind !== "found") throw new Error("no zone");
    const facts = {
      address: ip("203.0.113.10"),
      reverseZone: { ...reverseZone, zone: { ...reverseZone.zone, ...zone } },
    };
    const gathering = { dns: questions.clientFor("", ""), vantage: { ...world.vantage, ...vantage } };
    world.questions.length = 0;
    return authority.gather(facts as unknown as Facts, gathering as unknown as Gathering);
  }

  test("a name server at an address that is not public", async () => {
    const guard: Guard = (address) =>
      address === "198.51.100.54" ? { allowed: false, block: { name: "private" } as SpecialBlock } : { allowed: true };
    const fact = await asked({}, { guard });
    expect(fact.kind === "asked" && fact.servers[1]).toMatchObject({ answers: [], refused: ["198.51.100.54"] });
    expect(world.questions.map(({ server }) => server)).not.toContain("198.51.100.54");
  });

  test("the registry's own servers, about one address", async () => {
    expect(await asked({ name: name("in-addr.arpa") }, {})).toEqual({ kind: "undelegated", zone: "in-addr.arpa" });
    expect(world.questions).toEqual([]);
  });

  test("more servers than any zone should have", async () => {
    const records = Array.from({ length: 12 }, (_, i) => name(`ns${i}.hoster.example.net`));
    const fact = await asked({ ns: about("113.0.203.in-addr.arpa", "NS", answer(...records)) }, {});
    expect(fact.kind === "asked" && [fact.servers.length, fact.leftOut]).toEqual([8, 4]);
  });
});

test("all of it together takes few questions", async () => {
  const { subject, source, questions } = factsOf("coherent");
  await judgeSubject(subject, source, () => {});
  expect(questions.lookups.length).toBeLessThan(30);
});

describe("no fault makes another verdict than unknown", () => {
  const kinds = ["silence", "servfail", "refused", "garbage"] as const;
  const ids = ["reverse-secure", "lame", "disagreeing", "propagation"];

  test.each(ids.flatMap((id) => kinds.map((kind) => [id, kind] as const)))("%s: any question, %s", async (id, kind) => {
    world.questions.length = 0;
    const expected = await verdicts(id);
    const questions = new Map(
      world.questions.map(({ name, type }) => [`${name} ${type}`, { name, type } as FaultScope]),
    );
    for (const scope of questions.values()) {
      world.fault(scope, kind);
      expectSameOrUnknown(await verdicts(id), expected, `${scope.name} ${scope.type}`);
      world.clearFaults();
    }
  });

  // One server that refuses is what lame means; every other fault of one server says nothing about the rest.
  test.each(ids.flatMap((id) => ["silence", "servfail"].map((kind) => [id, kind as "silence"] as const)))(
    "%s: any server, %s",
    async (id, kind) => {
      world.questions.length = 0;
      const expected = await verdicts(id);
      for (const server of new Set(world.questions.map((question) => question.server))) {
        world.fault({ server }, kind);
        expectSameOrUnknown(await verdicts(id), expected, server);
        world.clearFaults();
      }
    },
  );

  function expectSameOrUnknown(seen: Record<string, string>, expected: Record<string, string>, where: string) {
    for (const [signal, outcome] of Object.entries(seen))
      expect([expected[signal], "unknown"], `${signal} where ${where} fails`).toContain(outcome);
  }
});
