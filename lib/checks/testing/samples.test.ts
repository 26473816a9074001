import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../index.ts";
import { parseClaims } from "../target/claims.ts";
import { parseTarget } from "../target/target.ts";
import { sample, samples } from "./internet.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, limits: { smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300 } });
});
afterAll(() => world.close());

/** The outcomes of a sample's own signals, as the whole check finds them. */
async function outcomes(id: string, signals: readonly string[]): Promise<Record<string, string | undefined>> {
  const { target, options = {} } = sample(id);
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`the sample ${id} cannot be read`);
  const report = await check({ ...read.target, claims: parseClaims(options).claims }, world.vantage);
  return Object.fromEntries(
    signals.map((signal) => [signal, report.verdicts.find((verdict) => verdict.signal === signal)?.outcome]),
  );
}

test.each(samples.flatMap(({ id, expects }) => (expects ? [[id, expects] as const] : [])))(
  "%s comes to what it was made for",
  async (id, expects) => {
    expect(await outcomes(id, Object.keys(expects))).toEqual(expects);
  },
);

test.each([
  ["dkim-2048", "dkim-keys", "found"],
  ["dkim-1024", "dkim-keys", "short"],
  ["dkim-ed25519", "dkim-keys", "ed25519-only"],
  ["dkim-revoked", "dkim-keys", "revoked"],
  ["dkim-testing", "dkim-keys", "testing"],
  ["dkim-broken", "dkim-keys", "unusable"],
  ["dkim-alias", "dkim-keys", "found"],
  ["dkim-none", "dkim-keys", "none-found"],
  ["dmarc-reject", "dmarc", "reject"],
  ["dmarc-quarantine", "dmarc", "quarantine"],
  ["dmarc-monitoring", "dmarc", "none"],
  ["dmarc-missing", "dmarc", "missing"],
  ["dmarc-testing", "dmarc", "testing"],
  ["dmarc-old-tags", "dmarc", "reject"],
  ["dmarc-broken", "dmarc", "invalid"],
  ["dmarc-several", "dmarc", "several"],
  ["dmarc-reports-authorised", "dmarc-reports", "arrive"],
  ["dmarc-reports-unauthorised", "dmarc-reports", "unauthorized"],
])("%s: %s says %s", async (id, signal, outcome) => {
  expect(await outcomes(id, [signal])).toEqual({ [signal]: outcome });
});
