import { beforeAll, expect, test, vi } from "vitest";
import type { Known } from "../findings/findings.ts";
import { check } from "../index.ts";
import { receivers } from "../receivers/index.ts";
import { signals } from "../signals/index.ts";
import { parseClaims } from "../target/claims.ts";
import { parseTarget } from "../target/target.ts";
import { deepFreeze } from "../testing/deep-freeze.ts";
import { sample } from "../testing/internet.ts";
import { sending } from "../testing/sendings.ts";
import { startWorld } from "../testing/world.ts";

/*
 * Judges are pure. All of them are handed what real checks of the small internet found, frozen through and through: facts
 * that did answer, of good servers and bad ones. None may change them, and each comes to the same result a second time.
 */
const SAMPLES = [
  "coherent",
  "coherent-domain",
  "dual-stack",
  "two-ptrs",
  "no-ptr",
  "rfc2317",
  "ipv6-coherent",
  "spf-include",
  "list-several",
  "list-domain",
  "receiving",
  "hosted-mail",
  "dmarc-reports-authorised",
];

/** They publish no rule: whatever is found, what they do is not known. */
const NO_RULE = new Set(["microsoft-ipv4"]);

interface Judge {
  readonly id: string;
  readonly judge: (known: Known) => { readonly outcome?: string; readonly rule?: string };
}
interface Judged {
  readonly known: Known;
  readonly result: ReturnType<Judge["judge"]>;
}

/** What each judge was handed, frozen, and what it made of it. */
const judged = new Map<Judge, Judged[]>();

beforeAll(async () => {
  const limits = { dnsTryMs: 150, smtpConnectMs: 300, smtpGreetingMs: 300, smtpReplyMs: 300, smtpSessionMs: 1500 };
  const world = await startWorld({ delayMs: 0, limits });
  const spies = [...signals, ...receivers].map((each) => {
    const judge = each as Judge;
    const real = judge.judge;
    const rows: Judged[] = [];
    judged.set(judge, rows);
    return vi.spyOn(judge, "judge").mockImplementation((known) => {
      const result = real(deepFreeze(known));
      rows.push({ known, result });
      return result;
    });
  });
  try {
    for (const id of SAMPLES) {
      const { target: text, options = {} } = sample(id);
      const read = parseTarget(text);
      if (!read.ok) throw new Error(`the sample ${id} cannot be read`);
      const target = { ...read.target, claims: { ...read.target.claims, ...parseClaims(options).claims } };
      await check(target, world.vantage, { sending: id === "coherent" ? sending() : undefined });
    }
  } finally {
    for (const spy of spies) spy.mockRestore();
    await world.close();
  }
});

/** What was made of facts, each time the same. */
function results(judge: Judge): Judged["result"][] {
  const rows = judged.get(judge) ?? [];
  for (const { known, result } of rows) expect(judge.judge(known)).toEqual(result);
  return rows.map(({ result }) => result);
}

test.each(signals.map((signal) => [signal.id, signal] as const))("the signal %s", (_, signal) => {
  const statuses = results(signal as Judge).map(({ outcome = "" }) => signal.outcomes[outcome]?.status);
  // Where nothing ever answered, nothing would have been shown.
  expect(statuses.filter((status) => status && status !== "unknown" && status !== "skipped")).not.toEqual([]);
});

test.each(receivers.map((receiver) => [receiver.id, receiver] as const))("the receiver %s", (_, receiver) => {
  const actions = results(receiver as Judge).map(({ rule = "" }) => receiver.rules[rule]?.action);
  if (NO_RULE.has(receiver.id)) return expect(new Set(actions)).toEqual(new Set(["unknown"]));
  expect(actions.filter((action) => action && action !== "unknown")).not.toEqual([]);
});
