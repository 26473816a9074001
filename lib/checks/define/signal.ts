import type { Evidence, Finding } from "../facts/evidence.ts";
import type { Failure, Lookup } from "../facts/lookup.ts";
import type { Known } from "../findings/findings.ts";
import { type Text, text } from "../net/safe-text.ts";

export type { Evidence, Exhibit, Finding, TreeNode } from "../facts/evidence.ts";
export { shell, shellHost } from "../net/shell.ts";

/** How an outcome counts. `unknown` is our ignorance, `skipped` another signal's finding: neither is a fault. */
export type Status = "pass" | "warn" | "fail" | "info" | "skipped" | "unknown";

/** The sections of the scorecard, in its order. */
export type Group =
  | "reverse"
  | "greeting"
  | "tls"
  | "authentication"
  | "reputation"
  | "control"
  | "receiving"
  | "message";

/** What there is to judge: an address that sends, a host that receives for a domain, an address out of SPF, a host name, a domain. */
export type Scope = "server" | "receiver" | "sender" | "host" | "domain";

/** What a signal is about: one of those; or, of a server that sent to this service, the session and the message in it. */
export type SignalScope = Scope | "session" | "message";

/** Who has to act. Words for each are in `parties.ts`. */
export type Party =
  | "address-owner"
  | "reverse-dns"
  | "forward-dns"
  | "server"
  | "sender-dns"
  | "web-server"
  | "list"
  | "us";

/** What to do about it. */
export interface Fix {
  readonly who: Party;
  readonly does: Text;
  /** Something to copy: a record in zone file form, a line of configuration. */
  readonly copy?: string;
}

type Words<T> = T | ((evidence: Evidence) => T);

/** What one outcome means to a reader. Words live here, never in a judge and never in a component. */
export interface Outcome {
  readonly status: Status;
  readonly says: Words<Text>;
  /** The same in one to five words, where a line has no room for a sentence: for signals of the identity chain, and others. */
  readonly short?: string;
  /** Every warn and fail has one. */
  readonly fix?: Words<Fix>;
  /** Which receivers act on it, named. Every warn and fail has one. */
  readonly whoCares?: Words<Text>;
}

/** One line of the scorecard: what it needs, what it may conclude, and how it decides. */
export interface Signal<Need extends keyof Known = keyof Known, Code extends string = string> {
  /** Permanent, kebab-case, the same as the file name. It is stored in reports and used in URLs. */
  readonly id: string;
  readonly group: Group;
  readonly scopes: readonly SignalScope[];
  readonly title: string;
  /** Why a receiver looks at it: one or two sentences. */
  readonly why: string;
  readonly references: readonly Reference[];
  /** Facts and findings. */
  readonly needs: readonly Need[];
  readonly outcomes: Readonly<Record<Code, Outcome>>;
  /** Shell commands that show the same thing, from the evidence. Quote foreign values with `shell()`. */
  readonly reproduce?: (evidence: Evidence) => readonly string[];
  /** Pure: the same facts always give the same outcome. It sees only what it needs. */
  readonly judge: (known: Pick<Known, Need>) => Finding<Code>;
}

/** Checks one signal's shape; a misspelt outcome or an undeclared fact does not compile. */
export function defineSignal<const Need extends keyof Known, const Code extends string>(
  signal: Omit<Signal<Need, Code>, "judge"> & {
    readonly judge: (known: Pick<Known, Need>) => Finding<NoInfer<Code>>;
  },
): Signal<Need, Code> {
  return signal;
}

export interface Reference {
  readonly label: string;
  readonly url: string;
}

/** A section of an RFC. */
export function rfc(number: number, section?: string): Reference {
  return {
    label: section ? `RFC ${number}, section ${section}` : `RFC ${number}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ""}`,
  };
}

const FAILURES: Readonly<Record<Failure, string>> = {
  timeout: "no server answered in time",
  servfail: "the resolver answered SERVFAIL: it could not get an answer from the zone's own servers",
  refused: "the server refused the query (REFUSED)",
  formerr: "the server did not understand the query (FORMERR or NOTIMP)",
  malformed: "the answer was malformed",
  network: "the query could not be sent",
  "alias-loop": "its CNAME chain is a loop or too long",
  bogus: "the answer failed DNSSEC validation",
  limit: "our limit of queries for one check was reached",
  "resolver-offline": "our own resolver does not reach the internet",
  "resolver-rewrites": "our own resolver rewrites NXDOMAIN answers",
  "resolver-hides": "our own resolver filters records of this type",
  cancelled: "the check was stopped",
  forbidden: "the address to be asked is not public, or belongs to this service",
  depends: "an earlier query got no answer",
};

/** Why a question got no answer, in words that end a sentence. */
export function failureWords(reason: string | undefined): Text {
  return [{ prose: FAILURES[reason as Failure] ?? "no answer came" }];
}

/** The same for several questions: each reason once, so that a limit of ours is not told as the silence of others. */
export const reasonsWords = (reasons: readonly string[] = []): Text =>
  reasons.length === 0
    ? failureWords(undefined)
    : [...new Set(reasons)].flatMap((reason, i) => [...(i > 0 ? [{ prose: ", and " }] : []), ...failureWords(reason)]);
/**
 * The outcome of signals that rest on more than DNS questions, where our own limit for one check came before the answer:
 * never told as the other side's silence.
 */
export const ourLimit: Outcome = {
  status: "unknown",
  short: "not checked: our limit",
  says: (e) =>
    e.unasked?.length
      ? text`Only partly checked: our limit for one check was reached before ${e.unasked}.`
      : text`Could not be checked, because our limit for one check was reached. That says nothing about the server.`,
};

/** The outcome every signal shares: we got no answer (the "temperror" of RFC 8601). Its finding is `unanswered()`. */
export const temperror: Outcome = {
  status: "unknown",
  short: "not known",
  says: (e) =>
    e.question?.length && e.reason?.length && e.reason.every((reason) => reason === "limit")
      ? text`Could not be checked: ${e.question} was not asked, because ${reasonsWords(e.reason)}.`
      : e.question?.length
        ? text`Could not be checked: ${e.question} got no answer, because ${reasonsWords(e.reason)}.`
        : text`Could not be checked: ${reasonsWords(e.reason)}.`,
};

/** The finding for lookups that failed; pass them all, the ones that answered are left out. */
export function unanswered(...lookups: readonly Lookup<unknown>[]): Finding<"temperror"> {
  const failed = lookups.filter((lookup) => lookup.kind === "failed");
  return {
    outcome: "temperror",
    evidence: {
      question: [...new Set(failed.map(({ name, type }) => `${name} ${type}`))],
      reason: [...new Set(failed.map(({ reason }) => reason))],
    },
  };
}

/** Renders words that may depend on evidence. */
export function say<T>(words: Words<T>, evidence: Evidence): T {
  return typeof words === "function" ? (words as (evidence: Evidence) => T)(evidence) : words;
}
