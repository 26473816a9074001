import { setTimeout as later } from "node:timers/promises";
import type { Signal } from "../../define/signal.ts";
import { confirmedNames } from "../../derive/forward-confirmation.ts";
import type { Claims, FactName } from "../../facts/facts.ts";
import type { LookupOf } from "../../facts/lookup.ts";
import type { SmtpSession } from "../../facts/smtp.ts";
import type { Vantage } from "../../facts/vantage.ts";
import type { Known, KnownName } from "../../findings/findings.ts";
import { type Budget, createBudget } from "../../gather/budget.ts";
import { keysOf } from "../../gather/keys.ts";
import { pacingOf, takeTurn } from "../../gather/pacing.ts";
import { askPoolTestEntries, poolGatherers } from "../../gather/pool.ts";
import { createQuestions } from "../../gather/questions.ts";
import { family, type IpAddress, networkOf, reverseName } from "../../net/address.ts";
import { asName } from "../../net/domain-name.ts";
import { isNaming } from "../../net/name-kind.ts";
import type { PoolEntry, PoolLook, PoolOptions } from "../../pool/pool.ts";
import type { ReportedVerdict } from "../../report/report.ts";
import { dnsbl } from "../../signals/dnsbl.ts";
import { ehloName } from "../../signals/ehlo-name.ts";
import { fcrdns } from "../../signals/fcrdns.ts";
import { genericPtr } from "../../signals/generic-ptr.ts";
import { ipv6Parity } from "../../signals/ipv6-parity.ts";
import { ptrHostname } from "../../signals/ptr-hostname.ts";
import { reverseDns } from "../../signals/reverse-dns.ts";
import { spf } from "../../signals/spf.ts";
import { judge } from "../judge.ts";
import { collect, createFacts, type FactSource, type Subject } from "../subject.ts";
import { sharedOf } from "../vantage-share.ts";

/** DNS questions that one address of a pool may take, 40 in all: most to look at it, some for the names it says. */
const LOOK_QUESTIONS = 33;
const ASK_QUESTIONS = 7;
/** Addresses beside it: IPv6 siblings. */
const LOOK_ADDRESSES = 5;
/** How long one address may take, in milliseconds; its SMTP session has a time of its own. */
const LOOK_MS = 20_000;
/** How long an address may wait for its turn in its zone, in milliseconds: as long as the largest pool takes. */
const TURN_MS = 3_600_000;
/** How long an address that got none waits before it asks for one again, in milliseconds. */
const AGAIN_MS = 60_000;
/** As many PTR names of one address as are kept, and as much of what else was seen. */
const MAX_NAMES = 10;
const MAX_VALUES = 12;
const MAX_VALUE = 300;

/** What is judged of every address. */
const SIGNALS: readonly Signal[] = [reverseDns, ptrHostname, genericPtr, fcrdns, ipv6Parity, dnsbl];

export interface PoolLooker {
  /** Looks at one address by DNS alone, when its zone's turn has come. Rejects only for a fault of ours. */
  readonly look: (entry: PoolEntry) => Promise<PoolLook>;
  /** Asks the server of an address what it says in EHLO, and adds that to what was found before. */
  readonly ask: (entry: PoolEntry, look: PoolLook) => Promise<PoolLook>;
}

/** Looks at the addresses of one pool. `signal` stops it; what is open then is unknown. */
export function createPoolLooker(vantage: Vantage, options: PoolOptions, signal: AbortSignal): PoolLooker {
  const { resolver, probe } = sharedOf(vantage);
  const { limits } = vantage;
  const claims: Claims = options;
  const prepared = new Set<number>();

  /** Facts of one address under a budget of its own. */
  function factsOf(subject: Subject, questionsLeft: number, stop: AbortSignal) {
    const budget = counted(
      createBudget({ dnsQueries: questionsLeft, addresses: LOOK_ADDRESSES, smtpSessions: 1, httpsConnections: 0 }),
    );
    const questions = createQuestions(resolver, { signal: stop, budget, octets: EVIDENCE, keys: keysOf(vantage) });
    const facts = createFacts(subject, poolGatherers, (fact: FactName) => ({
      dns: questions.clientFor(subject.id, fact),
      smtp: (address, name) => probe.probe(address, stop, name, budget),
      vantage,
      budget,
      signal: stop,
    }));
    return { facts, budget };
  }

  /** The lists' test entries are asked for once, whoever comes first. */
  function prepare({ address }: PoolEntry) {
    if (prepared.has(family(address))) return;
    prepared.add(family(address));
    const budget = createBudget({ ...limits, addresses: 0 });
    const { clientFor } = createQuestions(resolver, { signal, budget, octets: 0, keys: keysOf(vantage) });
    const smtp = () => Promise.resolve(NOT_ASKED);
    // Where that fails, each look asks for itself, and says what came of it.
    const gathering = { dns: clientFor("pool", "dnsbl"), smtp, vantage, budget, signal };
    askPoolTestEntries(address, gathering).catch(() => prepared.delete(family(address)));
  }

  /** Of one zone so many addresses a second, over all pools; and of all, what the lists can bear beside checks. */
  const turn = ({ address }: PoolEntry) =>
    takeTurn(
      pacingOf(vantage),
      [
        { key: `pool ${networkOf(address)}`, most: limits.serverQuestions, ms: 1_000 },
        { key: "pool lists", most: Math.max(1, limits.listQuestions / 2), ms: 1_000 },
      ],
      TURN_MS,
      signal,
    );

  return {
    async look(entry) {
      // An address that gets no turn asks for one again. Once the pool is stopped nothing is sent: everything below
      // sees its signal.
      while (!(await turn(entry)) && !signal.aborted)
        await later(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      prepare(entry);
      const stop = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
      const signals = [...SIGNALS, ...(options.from ? [spf] : []), ...(options.helo ? [ehloName] : [])];
      const seeds: Partial<Known> = { smtp: NOT_ASKED, ...(options.from ? {} : NO_SENDER) };
      const subject = subjectOf(entry, claims, signals, seeds);
      const { facts, budget } = factsOf(subject, LOOK_QUESTIONS, stop);
      const [verdicts, known] = await Promise.all([
        judgeAll(subject, facts),
        collect(facts, ["reverse", "forwardConfirmation", "addressListings", "spf"]),
      ]);
      return lookOf(verdicts, known, budget.used());
    },

    async ask(entry, look) {
      const reverse = reverseAgain(entry.address, look);
      const subject = subjectOf(entry, claims, [ehloName], { reverse });
      const { facts, budget } = factsOf(subject, ASK_QUESTIONS, signal);
      const [verdicts, { smtp, serverName }] = await Promise.all([
        judgeAll(subject, facts),
        collect(facts, ["smtp", "serverName"]),
      ]);
      const said = serverName.answered ?? serverName.greeting;
      const ehlo = said && isNaming(said) ? said.text.slice(0, MAX_VALUE) : undefined;
      return {
        ...look,
        smtp: { connection: smtp.connection, ...(ehlo ? { ehlo } : {}) },
        verdicts: [...look.verdicts.filter((verdict) => verdict.signal !== ehloName.id), ...verdicts],
        questions: look.questions + budget.used(),
      };
    },
  };
}

/** Octets of evidence that are kept while an address is looked at. None is stored. */
const EVIDENCE = 0;

/** Of an address whose server was not asked: nothing was sent. */
const NOT_ASKED: SmtpSession = {
  connection: "limit",
  masked: false,
  tls: { kind: "not-reached", why: "limit" },
  transcript: [],
  ms: 0,
};

/** Where nobody named a sending domain, none is guessed at: SPF is then not looked at. */
const NO_SENDER: Partial<Known> = { sender: { domain: undefined, why: "no-ptr" }, spf: undefined };

const subjectOf = (
  { address, name }: PoolEntry,
  claims: Claims,
  signals: readonly Signal[],
  seeds: Partial<Known>,
): Subject => ({
  id: address,
  scope: "server",
  signals,
  seeds: { address, claims, asked: name, ...seeds },
  ...(name ? { name } : {}),
});

const judgeAll = (subject: Subject, facts: FactSource): Promise<ReportedVerdict[]> =>
  Promise.all(
    subject.signals.map(async (signal) => brief(judge(signal, subject.id, await collect(facts, signal.needs)))),
  );

/** A verdict without what only a full report shows: of what is in order, nothing but that it is. */
function brief({ exhibit: _, ...verdict }: ReportedVerdict): ReportedVerdict {
  if (verdict.status === "pass" || verdict.status === "skipped") return { ...verdict, evidence: {} };
  const evidence = Object.entries(verdict.evidence).map(([label, values]) => [
    label,
    values.slice(0, MAX_VALUES).map((value) => value.slice(0, MAX_VALUE)),
  ]);
  return { ...verdict, evidence: Object.fromEntries(evidence) };
}

type Needed = "reverse" | "forwardConfirmation" | "addressListings" | "spf";

function lookOf(
  verdicts: readonly ReportedVerdict[],
  { reverse, forwardConfirmation, addressListings, spf: evaluation }: Pick<Known, Extract<Needed, KnownName>>,
  questions: number,
): PoolLook {
  const names = reverse.kind === "answer" ? [...new Set(reverse.records)] : [];
  const statusOf = (id: string) => verdicts.find(({ signal }) => signal === id)?.status;
  const { listings, open, absent } = addressListings.panel;
  const confirmation = statusOf(fcrdns.id);
  return {
    ...(reverse.kind === "failed" ? {} : { ptr: names.slice(0, MAX_NAMES) }),
    ptrCount: names.length,
    confirmed: confirmedNames(forwardConfirmation).slice(0, MAX_NAMES),
    isConfirmed: confirmation === "unknown" ? null : confirmation === "pass",
    ...(evaluation ? { spf: statusOf(spf.id) === "unknown" ? "temperror" : evaluation.result } : {}),
    listed: [...new Set(listings.map(({ list }) => list.id))],
    unasked: [
      ...open.map(({ list, reason }) => ({ list: list.id, why: reason as string })),
      ...absent.map(({ list, why }) => ({ list: list.id, why })),
    ],
    verdicts,
    questions,
  };
}

/** The PTR RRset as it was found before. */
function reverseAgain(address: IpAddress, { ptr }: PoolLook): LookupOf<"PTR"> {
  const asked = { name: reverseName(address), type: "PTR" } as const;
  if (!ptr) return { ...asked, kind: "failed", reason: "depends" };
  const replied = { ttl: 0, aliases: [], authenticated: false, authoritative: false, size: 0 };
  return ptr.length > 0
    ? { ...asked, ...replied, kind: "answer", records: ptr.map(asName) }
    : { ...asked, ...replied, kind: "nxdomain" };
}

/** The same budget, which tells how many questions it gave out. */
function counted(budget: Budget): Budget & { readonly used: () => number } {
  let used = 0;
  const spendQuestion: Budget["spendQuestion"] = (what) => {
    const may = budget.spendQuestion(what);
    if (may) used++;
    return may;
  };
  return { ...budget, spendQuestion, used: () => used };
}
