import { type Text, text } from "../../net/safe-text.ts";
import type { PresentedVerdict } from "../presented.ts";
import type { SeenAddress } from "./sending-input.ts";

/**
 * What a line of a checklist has come to. `done`: a live check ticks it. `missing`: a verdict fails. `improve`: one warns.
 * `open`: the reader has to decide or to say something. `waits`: another line has the cause. `unknown`: it could not be
 * found out, or was not looked at. `not-needed`: it does not apply.
 */
export type Tick = "done" | "missing" | "improve" | "open" | "waits" | "unknown" | "not-needed";

/** The worst first: what a line says where its addresses differ. */
const ORDER: readonly Tick[] = ["missing", "unknown", "improve", "open", "waits", "done", "not-needed"];
export const worstFirst = (one: { readonly tick: Tick }, other: { readonly tick: Tick }): number =>
  ORDER.indexOf(one.tick) - ORDER.indexOf(other.tick);

/** One line for one address. */
export interface Look {
  readonly tick: Tick;
  /** What was seen. */
  readonly says: Text;
  /** What to do about it. */
  readonly does?: Text;
  /** The verdict that it shows. */
  readonly signal?: string;
  readonly outcome?: string;
}

/** Notes that leave something to do before anybody sends: a note alone does not tick these. */
const OPEN: ReadonlySet<string> = new Set([
  "spf/neutral",
  "spf/inferred-softfail",
  "dkim-keys/none-found",
  "dkim-keys/none-usable",
  "dkim-keys/wildcard",
  "dkim-keys/not-needed",
  "dkim-keys/testing",
  "dmarc/inferred-missing",
  "dmarc/unclear",
  "role-mailboxes/none",
  "role-mailboxes/null-mx",
]);
/** What is skipped because it does not apply, not because something else comes first. */
const NOT_NEEDED: ReadonlySet<string> = new Set([
  "starttls/not-listening",
  "greeting-name/not-listening",
  "helo-spf/same-domain",
  "helo-spf/no-domain-name",
]);

/** A verdict as a tick. The verdict has been judged; nothing is judged again here. */
export function tickOf({ signal, outcome, status }: Pick<PresentedVerdict, "signal" | "outcome" | "status">): Tick {
  const code = `${signal}/${outcome}`;
  switch (status) {
    case "pass":
      return "done";
    case "info":
      return OPEN.has(code) ? "open" : "done";
    case "warn":
      return "improve";
    case "fail":
      return "missing";
    case "skipped":
      return NOT_NEEDED.has(code) ? "not-needed" : "waits";
    case "unknown":
      return "unknown";
  }
}

/** What a signal says of an address itself. */
export const verdictOf = ({ report, address }: SeenAddress, signal: string): PresentedVerdict | undefined =>
  report.verdicts.find((one) => one.signal === signal && one.subject === address);

/** The worst of some verdicts about an address: the first of them where none is worse. */
export function lookAt(seen: SeenAddress, signals: readonly string[]): Look {
  const looks = signals.flatMap((signal) => {
    const verdict = verdictOf(seen, signal);
    return verdict ? [lookOf(verdict)] : [];
  });
  const [first] = looks;
  if (!first) return { tick: "unknown", says: text`This was not looked at for ${seen.address}.` };
  // What does not apply, or waits for another line, speaks only where nothing else does.
  const speaking = looks.filter(({ tick }) => tick !== "waits" && tick !== "not-needed");
  if (speaking.length === 0 && first.tick === "not-needed") return first;
  return (speaking.length > 0 ? speaking : looks).toSorted(worstFirst)[0] ?? first;
}

function lookOf(verdict: PresentedVerdict): Look {
  const { signal, outcome, says, fix } = verdict;
  return { tick: tickOf(verdict), says, ...(fix ? { does: fix.does } : {}), signal, outcome };
}
