import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../index.ts";
import { reportSchema } from "../../report/report.ts";
import { parseClaims } from "../../target/claims.ts";
import { parseTarget } from "../../target/target.ts";
import { sample } from "../../testing/internet.ts";
import { startWorld, type World } from "../../testing/world.ts";
import { reportJson } from "../export/json.ts";
import { present } from "../present.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, limits: { smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300 } });
});
afterAll(() => world.close());

/** The way out of a sample as programs read it, from a report that was stored and read again. */
async function wayOut(id: string, helo?: string) {
  const { target, options = {} } = sample(id);
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`the sample ${id} cannot be read`);
  const { claims } = parseClaims({ ...options, ...(helo ? { helo } : {}) });
  const report = await check({ ...read.target, claims }, world.vantage);
  const stored = reportSchema.parse(JSON.parse(JSON.stringify(report)));
  return reportJson(present(stored, { id: "abc", url: "https://np.example/r/abc" }));
}

test.each([
  ["coherent", "holder", [], undefined],
  ["rfc2317", "yours", [], undefined],
  ["no-ptr", "holder", ["ptr"], []],
  ["provider-known", "provider", ["ptr"], []],
  ["generic-cloud", "provider", ["forward", "ptr"], ["nxdomain"]],
  ["ticket-alias", "holder", ["forward", "ptr"], ["alias"]],
  ["reverse-zone-yours", "yours", ["ptr"], undefined],
  ["nameless", "holder", ["forward", "ptr", "greeting"], ["no-name"]],
  ["ptr-elsewhere", "holder", ["forward"], undefined],
  ["twelve-ptrs", "holder", ["ptr"], []],
  ["greeting-localhost", "holder", ["greeting"], undefined],
  ["reverse-servfail", "unknown", ["other"], undefined],
  ["alias-loop", "unknown", ["other"], undefined],
] as const)("%s", async (id, owner, kinds, problems) => {
  const { ownership, plan, ticket, fixes } = await wayOut(id);
  expect(ownership[0]?.ptr.outcome).toBe(owner);
  expect(plan.map(({ kind }) => kind)).toEqual(kinds);
  expect(ticket?.problems.map(({ code }) => code)).toEqual(problems);
  expect(fixes.map(({ does }) => does)).toEqual(plan.map(({ does }) => does));
});

test("a name given by the reader is looked up, and the ticket has it", async () => {
  const { ticket, ownership } = await wayOut("nameless", "post.example.com");
  expect(ownership[0]?.name).toBe("post.example.com");
  expect(ticket?.problems.map(({ code }) => code)).toEqual(["no-address"]);
  expect(ticket?.body).toContain("post.example.com");
});

test.each([
  ["reverse-servfail", /^Ask the operator of the reverse zone to check its name servers/],
  [
    "alias-loop",
    /^Ask the operator of the reverse zone to correct the CNAME records at 60\.113\.0\.203\.in-addr\.arpa/,
  ],
] as const)("a reverse zone that gives nobody an answer has somebody to ask: %s", async (id, does) => {
  const { plan } = await wayOut(id);
  expect(plan).toMatchObject([{ who: "address-owner", does: expect.stringMatching(does) }]);
});
