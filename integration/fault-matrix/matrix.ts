import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactName } from "../../lib/checks/facts/facts.ts";
import { check } from "../../lib/checks/index.ts";
import { present } from "../../lib/checks/present/present.ts";
import type { PresentedChain } from "../../lib/checks/present/presented.ts";
import type { Report, ReportedVerdict } from "../../lib/checks/report/report.ts";
import { parseClaims } from "../../lib/checks/target/claims.ts";
import { parseTarget, type Target } from "../../lib/checks/target/target.ts";
import type { Fault } from "../../lib/checks/testing/dns-faults.ts";
import { sample } from "../../lib/checks/testing/internet.ts";
import { startWorld, type World } from "../../lib/checks/testing/world.ts";
import type { ZoneType } from "../../lib/checks/testing/zone-file.ts";

/*
 * Silence is never absence. Every question that a check asks is answered by a fault, from every server that is asked it;
 * whatever a verdict rests on, it must stay what it was without the fault, or say that it does not know.
 *
 * Every question is tried with two of the faults, which take turns within each type of record: what a fault does to a
 * single answer is the resolver's affair, and tested there. With `FAULTS=every` in the environment every question is tried
 * with every fault, which takes three times as long.
 */

export const FAULTS = [
  "silence",
  "servfail",
  "refused",
  "formerr",
  "truncate-without-tcp",
  "garbage",
] as const satisfies Fault[];

/** What lists are asked for. */
const LIST_FACTS: readonly string[] = ["dnsbl", "dnswl", "nameLists"] satisfies FactName[];

/** How many of the faults each question is tried with. */
const FAULTS_EACH = process.env.FAULTS === "every" ? FAULTS.length : 2;

/** Nobody waits long here: a lost answer costs a try, and every run has tries to lose. */
const LIMITS = { dnsTryMs: 50, dnsTries: 2, smtpConnectMs: 500, smtpGreetingMs: 500, smtpReplyMs: 500 };

/** Worlds that run side by side: a fault holds for a whole world. */
const WIDTH = 6;

interface Question {
  readonly name: string;
  readonly type: ZoneType;
}

/** A target, and which of its questions are tried: those of lists where somebody is listed, elsewhere the others. */
export interface Case {
  readonly id: string;
  readonly about: "lists" | "all but lists";
}

/** Worlds for the tests of one file. */
export function startWorlds(count: number): () => readonly World[] {
  let worlds: World[] = [];
  beforeAll(async () => {
    worlds = await Promise.all(Array.from({ length: count }, () => startWorld({ delayMs: 0, limits: LIMITS })));
  });
  afterAll(() => Promise.all(worlds.map((world) => world.close())));
  return () => worlds;
}

/** Every question of each of these targets under every fault. */
export function holdUnderFaults(cases: readonly Case[]): void {
  const started = startWorlds(WIDTH);
  test.each(cases)("$id: no question left open changes a verdict into another", async ({ id, about }) => {
    const worlds = started();
    const target = targetOf(id);
    const [first] = worlds as [World];
    const clean = await look(first, target);
    const questions = asked(clean, about === "lists");
    expect(questions.length).toBeGreaterThan(10);

    const wrong = new Map<string, string[]>();
    const runs = inTurns(questions);
    const shown = chainsOf(clean);
    await onEach(worlds, runs, async (world, { question, fault }) => {
      const lift = world.fault({ ...question, exactly: true }, fault);
      const report = await look(world, target).finally(lift);
      for (const difference of differences(clean, shown, report)) {
        const key = `${question.name} ${question.type}: ${difference}`;
        wrong.set(key, [...(wrong.get(key) ?? []), fault]);
      }
    });
    expect([...wrong].map(([key, faults]) => `${key} [${faults.join(" ")}]`)).toEqual([]);
  });
}

export function targetOf(id: string): Target {
  const { target, options = {} } = sample(id);
  const reading = parseTarget(target);
  if (!reading.ok) throw new Error(`${target} cannot be read`);
  return { ...reading.target, claims: { ...reading.target.claims, ...parseClaims(options).claims } };
}

/** A check by somebody who remembers nothing: what is known of earlier ones hangs on the vantage. */
export const look = (world: World, target: Target): Promise<Report> => check(target, { ...world.vantage });

/** Each question with its faults: those that follow the ones that the last question of its type was tried with. */
function inTurns(questions: readonly Question[]): { question: Question; fault: (typeof FAULTS)[number] }[] {
  const turns = new Map<ZoneType, number>();
  return questions.flatMap((question) => {
    const turn = turns.get(question.type) ?? 0;
    turns.set(question.type, turn + FAULTS_EACH);
    const faults = Array.from({ length: FAULTS_EACH }, (_, i) => FAULTS[(turn + i) % FAULTS.length] ?? "silence");
    return faults.map((fault) => ({ question, fault }));
  });
}

/** The questions of a check, each once: those that only lists were asked, or the others. */
function asked({ lookups }: Report, ofLists: boolean): Question[] {
  const wanted = lookups.filter(({ facts }) => facts.every((fact) => LIST_FACTS.includes(fact)) === ofLists);
  const all = new Map(wanted.map(({ name, type }) => [`${name} ${type}`, { name, type: type as ZoneType }]));
  return [...all.values()];
}

/** Every job on one of the worlds, each world at one job at a time. */
async function onEach<T>(
  worlds: readonly World[],
  jobs: readonly T[],
  work: (world: World, job: T) => Promise<void>,
): Promise<void> {
  const waiting = jobs.values();
  await Promise.all(
    worlds.map(async (world) => {
      for (const job of waiting) await work(world, job);
    }),
  );
}

/** What a report says that is neither what it said without the fault nor that it does not know. */
function differences(clean: Report, shown: readonly PresentedChain[], spoilt: Report): string[] {
  const open = spoilt.verdicts.some(({ status }) => status === "unknown");
  return [...verdictDifferences(clean, spoilt, open), ...chainDifferences(shown, spoilt)];
}

const keyOf = ({ subject, signal }: ReportedVerdict) => `${subject} ${signal}`;

function verdictDifferences(clean: Report, spoilt: Report, open: boolean): string[] {
  const before = new Map(clean.verdicts.map((verdict) => [keyOf(verdict), verdict]));
  const after = new Map(spoilt.verdicts.map((verdict) => [keyOf(verdict), verdict]));
  const changed = [...after].flatMap(([key, { outcome, status }]) => {
    const was = before.get(key)?.outcome ?? "not there";
    // What hangs on something unknown is skipped, or unknown itself.
    const honest = outcome === was || status === "unknown" || (status === "skipped" && open);
    return honest ? [] : [`${key} is ${outcome} (${status}), was ${was}`];
  });
  // A server that could not be found is not judged; then something has to say that it could not.
  const gone = open ? [] : [...before.keys()].filter((key) => !after.has(key)).map((key) => `${key} is gone`);
  return [...changed, ...gone];
}

const chainsOf = (report: Report): readonly PresentedChain[] =>
  present(report, { id: "x", url: "http://np.example/r/x" }).chains;

/** The identity chain shows verdicts; what hangs on them is what they are. `before` is it without the fault. */
function chainDifferences(before: readonly PresentedChain[], spoilt: Report): string[] {
  return chainsOf(spoilt).flatMap((chain) => {
    const was = before.find(({ subject }) => subject === chain.subject);
    if (!was) return [`chain of ${chain.subject} was not there`];
    const open = spoilt.verdicts.some(({ status }) => status === "unknown");
    const points = (each: PresentedChain): readonly (readonly [string, string])[] => [
      ["back", each.edges.back.status],
      ...each.hangers.map(({ label, status }) => [label, status] as const),
    ];
    const known = new Map(points(was));
    return points(chain)
      .filter(
        ([label, status]) => status !== known.get(label) && status !== "unknown" && !(status === "skipped" && open),
      )
      .map(([label, status]) => `chain of ${chain.subject}: ${label} is ${status}, was ${known.get(label)}`);
  });
}
