import { describe, expect, onTestFinished, test } from "vitest";
import { ip } from "../testing/facts.ts";
import { gatheringFrom } from "../testing/gathering.ts";
import { inSimulatedTime } from "../testing/simulated-time.ts";
import { type Page, startWebServer } from "../testing/web-server.ts";
import { network } from "./network.ts";

const address = ip("203.0.113.10");
/** What `network` allows itself, in milliseconds. */
const DEADLINE_MS = 1500;
const PATH = "/ip/203.0.113.10";
const RECORDS = `
  10.113.0.203.origin.asn.cymru.com.  TXT  "64500 | 203.0.113.0/24 | ZZ | test | 2026-01-01"
  as64500.asn.cymru.com.              TXT  "64500 | ZZ | test | 2026-01-01 | EXAMPLE-HOSTING Example Hosting, ZZ"
  rdap.apnic.net.                     A    203.0.113.201
  rdap.db.ripe.net.                   A    203.0.113.202
  rdap.example.                       A    203.0.113.203
`;
const ANNOUNCED = {
  kind: "announced",
  asns: [64500],
  prefix: "203.0.113.0/24",
  country: "ZZ",
  asName: "EXAMPLE-HOSTING Example Hosting",
};
const answer: Page = {
  type: "application/rdap+json",
  body: JSON.stringify({ objectClassName: "ip network", name: "EXAMPLE-NÉT", country: "ZZ" }),
};

/** What is gathered where the registries' web servers have these pages, and what reached them. */
async function gather(apnic: Record<string, Page>, ripe: Record<string, Page> = {}, records = RECORDS) {
  const servers = await Promise.all([
    startWebServer({ certificate: { names: ["rdap.apnic.net"] }, pages: apnic }),
    startWebServer({ certificate: { names: ["rdap.db.ripe.net"] }, pages: ripe }),
    startWebServer({ certificate: { names: ["rdap.example"] }, pages: { [PATH]: answer } }),
  ]);
  for (const { close } of servers) onTestFinished(close);
  const web = Object.fromEntries(servers.map(({ endpoint }, i) => [`203.0.113.${201 + i}`, endpoint]));
  const { gathering, fault } = await gatheringFrom(records, { web });
  const ask = async () => {
    const started = performance.now();
    const fact = await network.gather({ address } as never, gathering);
    return { fact, asked: servers.flatMap(({ asked }) => asked), ms: performance.now() - started };
  };
  return { fault, ask };
}

test("the registry and the announced networks are asked at once", async () => {
  const { ask } = await gather({ [PATH]: answer });
  const { fact } = await ask();
  expect(fact).toEqual({
    origin: ANNOUNCED,
    registration: { kind: "registered", holder: "EXAMPLE-NÉT", country: "ZZ", source: "rdap.apnic.net" },
  });
});

test("a registry may send us on to another", async () => {
  const { ask } = await gather(
    { [PATH]: { status: 302, location: `https://rdap.db.ripe.net${PATH}` } },
    { [PATH]: answer },
  );
  expect((await ask()).fact.registration).toMatchObject({ kind: "registered", source: "rdap.db.ripe.net" });
});

test.each([
  ["a host that is no registry", `https://rdap.example${PATH}`],
  ["plain HTTP", `http://rdap.db.ripe.net${PATH}`],
  ["another port", `https://rdap.db.ripe.net:8443${PATH}`],
  ["a name and a password", `https://a:b@rdap.db.ripe.net${PATH}`],
  ["nowhere", "https://"],
])("but not to %s", async (_, location) => {
  const { ask } = await gather({ [PATH]: { status: 302, location } }, { [PATH]: answer });
  const { fact, asked } = await ask();
  expect(fact.registration).toMatchObject({ kind: "failed", why: "HTTP 302" });
  expect(asked).toEqual([`rdap.apnic.net ${PATH}`]);
});

test("nor in circles", async () => {
  const { ask } = await gather(
    { [PATH]: { status: 302, location: `https://rdap.db.ripe.net${PATH}` } },
    { [PATH]: { status: 302, location: `https://rdap.apnic.net${PATH}` } },
  );
  const { fact, asked } = await ask();
  expect(fact.registration.kind).toBe("failed");
  expect(asked).toHaveLength(3);
});

describe("neither source spoils the other, and neither is waited for", () => {
  test.each<[string, Record<string, Page>]>([
    ["is silent", { [PATH]: { silent: true } }],
    ["goes on for ever", { [PATH]: { ...answer, endless: true } }],
    ["breaks off", { [PATH]: { ...answer, breaksOff: true } }],
    ["knows nothing", {}],
    ["sends a page", { [PATH]: { body: "<html>" } }],
  ])("a registry that %s", async (_, pages) => {
    const { ask } = await gather(pages);
    const { fact, ms } = await inSimulatedTime(ask);
    expect(fact).toMatchObject({ origin: ANNOUNCED, registration: { kind: "failed" } });
    expect(ms).toBeLessThanOrEqual(DEADLINE_MS);
  });

  test.each([["silence"], ["servfail"], ["refused"], [{ delay: 60_000 }]] as const)(
    "a list of networks with the fault %j",
    async (kind) => {
      const { ask, fault } = await gather({ [PATH]: answer });
      fault({ name: "origin.asn.cymru.com" }, kind);
      const { fact, ms } = await inSimulatedTime(ask);
      expect(fact).toMatchObject({ origin: { kind: "failed" }, registration: { kind: "registered" } });
      expect(ms).toBeLessThanOrEqual(DEADLINE_MS);
    },
  );
});

test("an address that nobody announces is told from silence", async () => {
  const { ask } = await gather({}, {}, RECORDS.replace("10.113", "11.113"));
  expect((await ask()).fact.origin).toEqual({ kind: "not-announced" });
});

test("records that are none of theirs are no answer", async () => {
  const { ask } = await gather({}, {}, RECORDS.replace("64500 | 203.0.113.0/24", "gone | gone"));
  expect((await ask()).fact.origin).toMatchObject({ kind: "failed", lookup: { reason: "malformed" } });
});
