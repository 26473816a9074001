import { type BounceReading, weightOf } from "../bounce/read-bounce.ts";
import { publicName } from "../values.ts";
import { createJudge } from "./judge.ts";
import type { LoggedOutcome, MessageFacts, Note } from "./note.ts";
import { type LogCause, type LogReading, type MessageRow, RANK } from "./reading.ts";

/** An outcome of one recipient, and the lines it stands in. */
interface Entry {
  readonly message: string;
  readonly logged: LoggedOutcome;
  readonly at: string | undefined;
  readonly expired: boolean;
}

/** What can no longer be the reason once a server has given up. */
const PASSING: ReadonlySet<string> = new Set(["greylisted", "throttle", "unknown"]);

/** Collects what lines tell, keeps each recipient's last outcome, and counts. Made for each text. */
export class Tally {
  readonly #entries = new Map<string, Map<string, Entry>>();
  readonly #facts = new Map<string, MessageFacts>();
  readonly #lines = new Map<string, number[]>();
  /** Connections of messages that have an outcome. */
  readonly #sessions = new Set<string>();
  readonly #receivers = new Set<string>();
  /** Messages that were given up as a whole, and when: a line about an earlier attempt may stand behind that. */
  readonly #over = new Map<string, string | undefined>();
  #unnamed = 0;

  /** Takes what one line tells, or the lines from `line` on, as many as `lines`. */
  add(notes: readonly Note[], at: string | undefined, line: number, lines = 1): void {
    for (const note of notes) {
      const { message } = note;
      const own = this.#lines.get(message) ?? [];
      if (own.at(-1) !== line + lines - 1) for (let i = 0; i < lines; i++) own.push(line + i);
      this.#lines.set(message, own);
      if (note.kind === "facts") this.#facts.set(message, { ...this.#facts.get(message), ...stated(note.facts) });
      else if (note.kind === "expired") this.#expire(message, at, note.to?.toLowerCase());
      else {
        if (note.session) this.#sessions.add(note.session);
        this.#outcome(message, note.outcome, at);
      }
    }
  }

  #outcome(message: string, logged: LoggedOutcome, at: string | undefined): void {
    if (logged.hostAddress) this.#receivers.add(logged.hostAddress);
    const entries = this.#entries.get(message) ?? new Map<string, Entry>();
    this.#entries.set(message, entries);
    const named = logged.unnamed === undefined && logged.to.length > 0;
    if (logged.all) for (const [key, entry] of entries) if (entry.logged.state === "deferred") entries.delete(key);
    const keys = named
      ? logged.to.map((to) => to.toLowerCase())
      : Array.from({ length: logged.unnamed ?? 1 }, (_, i) =>
          // Without a name the next attempt may be for the same recipient: it is, where the message has one.
          logged.state === "accepted" && logged.unnamed !== undefined ? `? ${++this.#unnamed}` : `? ${i}`,
        );
    const over = logged.state === "deferred" && this.#over.has(message) && !isLater(at, this.#over.get(message));
    const told: LoggedOutcome = over ? { ...logged, state: "refused" } : logged;
    keys.forEach((key, i) => {
      const entry: Entry = {
        message,
        logged: named ? { ...told, to: [told.to[i] ?? ""] } : told,
        at: over ? (this.#over.get(message) ?? at) : at,
        expired: over,
      };
      const before = entries.get(key);
      if (logged.unlessKnown === "recipient" && before?.logged.state === logged.state) return;
      if (logged.unlessKnown === "message" && [...entries.values()].some((one) => one.logged.unlessKnown !== "message"))
        return;
      // Times decide where both have one of the same kind, and else what comes later in the text.
      if (before && isLater(before.at, at)) return;
      entries.set(key, entry);
    });
    // What was said of the message as a whole, before a recipient was named.
    if (logged.unlessKnown !== "message")
      for (const [key, one] of entries) if (one.logged.unlessKnown === "message") entries.delete(key);
  }

  #expire(message: string, at: string | undefined, to: string | undefined): void {
    const entries = this.#entries.get(message) ?? new Map<string, Entry>();
    this.#entries.set(message, entries);
    if (to === undefined) this.#over.set(message, at);
    if (entries.size === 0 && to === undefined) {
      const logged = {
        state: "refused",
        to: [],
        said: "message expired: delivery time expired",
        unlessKnown: "message",
      } as const;
      entries.set("? 0", { message, logged, at, expired: true });
    }
    for (const [key, entry] of entries)
      if (entry.logged.state === "deferred" && (to === undefined || key === to))
        entries.set(key, {
          ...entry,
          logged: { ...entry.logged, state: "refused" },
          at: at ?? entry.at,
          expired: true,
        });
  }

  /** The lines that stand in an outcome, or belong to a message that has one. */
  readLines(): ReadonlySet<number> {
    const read = new Set<number>();
    for (const [message, entries] of this.#entries)
      if (entries.size > 0) for (const line of this.#lines.get(message) ?? []) read.add(line);
    for (const session of this.#sessions) for (const line of this.#lines.get(session) ?? []) read.add(line);
    return read;
  }

  /** Judges and counts, in steps that another may come between. */
  *count(): Generator<undefined, Counted> {
    const judge = createJudge();
    const rows = new Map<string, Row>();
    const messages: MessageRow[] = [];
    let done = 0;
    for (const entries of this.#entries.values())
      for (const { message, logged, at, expired } of entries.values()) {
        if (++done % 50 === 0) yield;
        const known = this.#facts.get(message) ?? {};
        const read = judge(logged, known, this.#receivers);
        const reading = expired && PASSING.has(read.cause) ? { ...read, cause: "delivery_expired" as const } : read;
        count(rows, reading, at);
        if (known.messageId) messages.push(messageRow(known.messageId, logged, reading, at));
      }
    const sorted = [...rows.values()].toSorted(inOrder);
    return { readings: sorted.map(({ reading }) => reading), outcomes: sorted.map(({ bounce }) => bounce), messages };
  }

  /** Adds what was read elsewhere: each is one recipient. */
  static merge(
    counted: Counted,
    more: readonly { readonly bounce: BounceReading; readonly at: string | undefined }[],
  ): Counted {
    const rows = new Map<string, Row>();
    counted.readings.forEach((reading, i) => {
      const bounce = counted.outcomes[i];
      if (bounce) rows.set(keyOf(bounce), { reading, bounce });
    });
    for (const { bounce, at } of more) count(rows, bounce, at);
    const sorted = [...rows.values()].toSorted(inOrder);
    return { ...counted, readings: sorted.map(({ reading }) => reading), outcomes: sorted.map(({ bounce }) => bounce) };
  }
}

export interface Counted {
  readonly readings: readonly LogReading[];
  readonly outcomes: readonly BounceReading[];
  readonly messages: readonly MessageRow[];
}

interface Row {
  readonly reading: LogReading;
  readonly bounce: BounceReading;
}

/** What is not said leaves what was said before. */
const stated = (known: MessageFacts): MessageFacts =>
  Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ""));

/** Whether the first of two times is later: only of the same kind, both with a zone or both without. */
const isLater = (before: string | undefined, now: string | undefined): boolean =>
  before !== undefined && now !== undefined && before.endsWith("Z") === now.endsWith("Z") && before > now;

/** What two outcomes have to share to be counted together: everything that is said of them. */
const keyOf = ({ receiver, address, helo, from, cause, codes, permanence }: BounceReading): string =>
  JSON.stringify([receiver, address, helo, from, cause, permanence, codes.reply, codes.status, codes.own]);

function count(rows: Map<string, Row>, bounce: BounceReading, at: string | undefined): void {
  const key = keyOf(bounce);
  const row = rows.get(key);
  const reading = row?.reading ?? fresh(bounce);
  rows.set(key, {
    bounce: row?.bounce ?? bounce,
    reading: {
      ...reading,
      count: reading.count + 1,
      first: at !== undefined && (reading.first === null || at < reading.first) ? at : reading.first,
      last: at !== undefined && (reading.last === null || at > reading.last) ? at : reading.last,
    },
  });
}

const fresh = ({ receiver, address, helo, from, cause, codes, permanence }: BounceReading): LogReading => ({
  receiver: receiver ?? null,
  address: address ?? null,
  helo: helo ?? null,
  from: from ?? null,
  cause: causeOf(cause),
  codes,
  permanence: cause === "delivered" ? "accepted" : permanence,
  count: 0,
  first: null,
  last: null,
});

export const causeOf = (cause: BounceReading["cause"]): LogCause => (cause === "delivered" ? "accepted" : cause);

/** Within equals of `RANK` the most frequent first. */
const inOrder = (a: Row, b: Row): number =>
  RANK[a.reading.permanence] - RANK[b.reading.permanence] ||
  b.reading.count - a.reading.count ||
  weightOf(b.bounce) - weightOf(a.bounce);

function messageRow(
  messageId: string,
  logged: LoggedOutcome,
  reading: BounceReading,
  at: string | undefined,
): MessageRow {
  return {
    messageId: messageId.replace(/^<|>$/g, ""),
    domain: publicName(/@([^@<>]{1,253})>?$/.exec(logged.to[0] ?? "")?.[1]) ?? "",
    address: reading.address ?? "",
    outcome: logged.state,
    at: at ?? "",
  };
}
