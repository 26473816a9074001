import type { Receiver } from "../define/receiver.ts";
import type { Scope, Signal } from "../define/signal.ts";
import type { Derivation } from "../derive/define.ts";
import { findings, isFinding } from "../derive/index.ts";
import type { FactName } from "../facts/facts.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { FindingName, Known, KnownName } from "../findings/findings.ts";
import type { Gatherer, Gathering } from "../gather/gatherer.ts";
import { receiversFor } from "../receivers/index.ts";
import type { ReportedOutlook, ReportedSubject, ReportedVerdict } from "../report/report.ts";
import { judge } from "./judge.ts";
import { judgeReceiver } from "./predict.ts";

/** One thing to judge: what it is, what is known of it from the start, and by which signals. */
export interface Subject {
  readonly id: string;
  readonly scope: Scope;
  readonly name?: string;
  readonly seeds: Partial<Known>;
  readonly signals: readonly Signal[];
  /** What another subject finds out for this one as well: both are the same server. */
  readonly lent?: { readonly names: readonly KnownName[]; readonly by: FactSource };
}

/** How a subject is reported. */
export function reportedSubject({ id, scope, name, seeds, signals }: Subject): ReportedSubject {
  return {
    id,
    scope,
    ...(seeds.address ? { address: seeds.address } : {}),
    ...(name ? { name } : {}),
    signals: signals.map((signal) => signal.id),
  };
}

/** What is known of a subject: each fact gathered, each finding derived, once and only when somebody needs it. */
export type FactSource = <K extends KnownName>(name: K) => Promise<Known[K]>;

/** The SMTP session of a subject as far as it has come when the server has answered EHLO. That may never come. */
export type Introduction = (known: Pick<Known, "address" | "asked">) => Promise<SmtpSession>;

export function createFacts(
  subject: Subject,
  gatherers: Readonly<Partial<Record<FactName, unknown>>>,
  gatheringFor: (fact: FactName) => Gathering,
  introduction?: Introduction,
): FactSource {
  const known = new Map<KnownName, Promise<unknown>>(
    // What did not send to us has shown nothing of how it sends.
    Object.entries({ sending: undefined, ...subject.seeds }).map(([name, value]) => [
      name as KnownName,
      Promise.resolve(value),
    ]),
  );
  const { lent } = subject;
  const source = <K extends KnownName>(name: K): Promise<Known[K]> => {
    if (lent?.names.includes(name)) return lent.by(name);
    const found = known.get(name) ?? (isFinding(name) ? derive(name) : gather(name as FactName));
    known.set(name, found);
    return found as Promise<Known[K]>;
  };
  // What the EHLO name is asked for need not wait for TLS and all after it: three round trips, in which answers come.
  const untilEhlo: FactSource = <K extends KnownName>(name: K): Promise<Known[K]> => {
    if (name !== "smtp" || !introduction || Object.hasOwn(subject.seeds, "smtp")) return source(name);
    const whole = source("smtp");
    const introduced = collect(source, ["address", "asked"]).then(introduction);
    return Promise.race([introduced, whole]) as Promise<Known[K]>;
  };
  const needed = <K extends KnownName>(of: { readonly needs: readonly K[]; readonly untilEhlo?: true }) =>
    collect(of.untilEhlo ? untilEhlo : source, of.needs);
  const derive = async (name: FindingName): Promise<unknown> => {
    const derivation: Derivation<FindingName> = findings[name];
    return derivation.derive(await needed(derivation));
  };
  const gather = async (name: FactName): Promise<unknown> => {
    const gatherer = gatherers[name] as Gatherer<FactName> | undefined;
    if (!gatherer) throw new Error(`no gatherer for ${name}, which ${subject.id} does not bring along`);
    return gatherer.gather(await needed(gatherer), gatheringFor(name));
  };
  return source;
}

/** Judges every signal as soon as what it needs is there. */
export async function judgeSubject(
  subject: Subject,
  facts: FactSource,
  onVerdict: (verdict: ReportedVerdict) => void,
): Promise<void> {
  await Promise.all(
    subject.signals.map(async (signal) => onVerdict(judge(signal, subject.id, await collect(facts, signal.needs)))),
  );
}

/**
 * Says what receivers would do with mail from this server, each as soon as the facts its rules need are there: all of
 * them, or those that `asked` picks.
 */
export async function predictFor(
  subject: Subject,
  facts: FactSource,
  onOutlook: (outlook: ReportedOutlook) => void,
  asked: (receiver: Receiver) => boolean = () => true,
): Promise<void> {
  const receivers = receiversFor(await facts("address")).filter(asked);
  await Promise.all(
    receivers.map(async (receiver) =>
      onOutlook({ subject: subject.id, ...judgeReceiver(receiver, await collect(facts, receiver.needs)) }),
    ),
  );
}

/** All of these, once each is there. */
export async function collect<K extends KnownName>(source: FactSource, names: readonly K[]): Promise<Pick<Known, K>> {
  const found = await Promise.all(names.map(async (name) => [name, await source(name)] as const));
  return Object.fromEntries(found) as Pick<Known, K>;
}
