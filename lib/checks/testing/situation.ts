import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { check } from "../index.ts";
import { present } from "../present/present.ts";
import type { PresentedReport, PresentedVerdict } from "../present/presented.ts";
import { parseClaims } from "../target/claims.ts";
import { parseTarget } from "../target/target.ts";
import { makeCertificate } from "./certificate.ts";
import type { Reply } from "./dns-wire.ts";
import type { ZoneDeclaration } from "./dns-zones.ts";
import { type Content, startWorld, type WorldOptions } from "./world.ts";

/** What somebody who runs a mail server has, and what they ask: a world of its own with nothing else in it. */
export interface Situation extends Content, Pick<WorldOptions, "resolver" | "limits"> {
  /** As typed into the form. */
  readonly target: string;
  readonly from?: string;
  readonly helo?: string;
  readonly selector?: string;
}

const QUICK = { dnsTryMs: 400, smtpConnectMs: 500, smtpGreetingMs: 500, smtpReplyMs: 500, smtpSessionMs: 3000 };

/** Builds the situation's world, checks its target as the service would, and takes the world down again. */
export async function reportOn(situation: Situation): Promise<PresentedReport> {
  const { target, from, helo, selector, resolver, limits } = situation;
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`the target ${target} cannot be read`);
  const { claims, problems } = parseClaims({
    ...(from ? { from } : {}),
    ...(helo ? { helo } : {}),
    ...(selector ? { selector } : {}),
  });
  if (Object.keys(problems).length > 0) throw new Error(`the options of ${target} cannot be read`);
  const world = await startWorld({
    delayMs: 0,
    content: [situation],
    limits: { ...QUICK, ...limits },
    ...(resolver ? { resolver } : {}),
  });
  try {
    const report = await check({ ...read.target, claims: { ...read.target.claims, ...claims } }, world.vantage);
    return present(report, { id: "situation", url: "https://nameplate.example/r/situation" });
  } finally {
    await world.close();
  }
}

/** The outcome of each of these signals as `status/outcome`, for the first subject that has it. */
export function outcomesOf(report: PresentedReport, signals: readonly string[]): Record<string, string | undefined> {
  const found = signals.map((signal): [string, PresentedVerdict | undefined] => [
    signal,
    report.verdicts.find((verdict) => verdict.signal === signal),
  ]);
  return Object.fromEntries(
    found.map(([signal, verdict]) => [signal, verdict && `${verdict.status}/${verdict.outcome}`]),
  );
}

/** One entry of a file of cases, as written there. */
export interface WrittenCase {
  readonly id: string;
  readonly situation: string;
  readonly input: Omit<Content, "remembered"> & {
    readonly lists?: readonly ZoneDeclaration[];
    /** A function as source text: what the resolver makes of a question. */
    readonly resolver?: string;
    readonly paste?: string;
  };
  readonly asked: {
    readonly target?: string;
    readonly from?: string;
    readonly helo?: string;
    readonly selector?: string;
  };
  readonly right: string;
}

export interface WrittenCases {
  readonly faults: readonly WrittenCase[];
  readonly holds: readonly WrittenCase[];
}

export const readCases = (file: string): WrittenCases => JSON.parse(readFileSync(file, "utf8"));

/** What the key of all test certificates was when the file was written; it is another one in each process. */
const WRITTEN_KEY = /d4e75e471c79907bd21df7ce5c0dfc38378779ad3c2a2ac2094e6b6dd2bc906b/gi;

function keyDigest(): string {
  const { publicKey } = new X509Certificate(makeCertificate().cert);
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** The situation that a case of a file describes; undefined for one that is about a pasted text. */
export function situationOf({ input, asked: { target, ...options } }: WrittenCase): Situation | undefined {
  if (target === undefined) return undefined;
  const ours: WrittenCase["input"] = JSON.parse(JSON.stringify(input).replace(WRITTEN_KEY, keyDigest()));
  const { lists = [], zones = [], resolver, paste: _, ...rest } = ours;
  return {
    target,
    ...options,
    ...rest,
    zones: [...zones, ...lists],
    ...(resolver ? { resolver: resolverFrom(resolver) } : {}),
  };
}

/** What such source text may use beside its two arguments: a TXT record for an answer. */
const txt = (owner: string, value: string) => ({
  owner,
  type: "TXT",
  ttl: 60,
  data: [Uint8Array.of(value.length), new TextEncoder().encode(value)],
});

function resolverFrom(source: string): NonNullable<WorldOptions["resolver"]> {
  const made: unknown = new Function("txt", `return (${source});`)(txt);
  if (typeof made !== "function") throw new Error("a resolver's rule is no function");
  return (question, inner) => made(question, inner) as Reply | "silence";
}
