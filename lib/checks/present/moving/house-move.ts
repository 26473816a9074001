import { count, prose, type Text, text } from "../../net/safe-text.ts";
import { type HandOverRow, handOver } from "../sending/hand-over.ts";
import type { CheckedAddress, MoveInput } from "../sending/sending-input.ts";
import { type ReadAt, type Readiness, seenAddresses } from "../sending/sending-plan.ts";
import { type ZoneSnippet, zoneSnippets } from "../sending/zone-snippet.ts";
import { type AddressPair, comparePair, pairUp } from "./differences.ts";
import { type MovePhase, movePhases } from "./move-tasks.ts";

/** A move with its words: pure, made anew from the reports of both sides whenever it is read. */
export interface HouseMove {
  readonly input: MoveInput;
  readonly readiness: Readiness;
  readonly says: Text;
  readonly because: Text;
  readonly pairs: readonly AddressPair[];
  readonly phases: readonly MovePhase[];
  readonly snippets: readonly ZoneSnippet[];
  /** Who can change what about the new addresses. */
  readonly handOver: readonly HandOverRow[];
  /** Addresses of either side without a finished check. */
  readonly unseen: readonly string[];
}

/** What was checked on either side. */
export interface MoveChecked {
  readonly before: readonly CheckedAddress[];
  readonly after: readonly CheckedAddress[];
}

/** Assembles the move from the reports of both sides. */
export function houseMove(input: MoveInput, checked: MoveChecked, at: ReadAt): HouseMove {
  const before = seenAddresses(checked.before, at);
  const after = seenAddresses(checked.after, at);
  const pairs = pairUp(before, after).map(([old, next]) => comparePair(old, next));
  const phases = movePhases(input, { before, after, checkedAfter: checked.after });
  const seen = new Set([...before, ...after].map(({ address }) => address));
  const unseen = [...new Set([...input.before, ...input.after])].filter((address) => !seen.has(address));
  return {
    input,
    ...answer(input, phases, pairs, unseen),
    pairs,
    phases,
    snippets: zoneSnippets(after, input, checked.after.length - after.length),
    handOver: handOver(after, input, { url: at.url, ...(at.lang ? { lang: at.lang } : {}) }),
    unseen,
  };
}

/** The move in two sentences: whether the new side is as good as the old one, and what differs. */
function answer(
  { purpose }: MoveInput,
  phases: readonly MovePhase[],
  pairs: readonly AddressPair[],
  unseen: readonly string[],
): Pick<HouseMove, "readiness" | "says" | "because"> {
  const tasks = phases.find(({ id }) => id === "before")?.tasks ?? [];
  const missing = tasks.filter(({ tick }) => tick === "missing");
  const unknown = tasks.filter(({ tick }) => tick === "unknown");
  const place = purpose === "fail-over" ? "The fail-over site" : "The new address";
  const because = consequence(pairs, purpose);
  if (missing.length > 0)
    return {
      readiness: "not-ready",
      says: text`${prose(place)} is not ready: ${count(missing.length, "point")} of the list below ${prose(missing.length === 1 ? "fails" : "fail")}.`,
      because,
    };
  if (unknown.length > 0 || unseen.length > 0)
    return {
      readiness: "unknown",
      says: text`Not known yet: not everything could be checked.`,
      because: prose("Check again in a few minutes."),
    };
  const open = tasks.filter(({ tick }) => tick === "improve" || tick === "open" || tick === "waits");
  if (open.length > 0)
    return {
      readiness: "not-ready",
      says: text`${prose(place)} is almost ready: ${count(open.length, "point")} of the list below ${prose(open.length === 1 ? "is" : "are")} open.`,
      because,
    };
  return { readiness: "ready", says: text`${prose(place)} is ready, as far as can be seen from outside.`, because };
}

/** What receivers would do otherwise with mail from the new side. */
function consequence(pairs: readonly AddressPair[], purpose: MoveInput["purpose"]): Text {
  const refusing = pairs.flatMap(({ receivers }) => receivers.changed.filter(({ after }) => after === "refuses"));
  const names = [...new Set(refusing.map(({ name }) => name))];
  const other = purpose === "fail-over" ? "the first site" : "the old address";
  if (names.length > 0) return prose(`${named(names)} would refuse mail from it, and not mail from ${other}.`);
  if (pairs.length === 0) return [];
  const all = pairs.flatMap(({ differences }) => differences);
  const changed = all.filter(({ differs }) => differs).length;
  if (changed > 0) return text`${count(changed, "difference")} side by side below.`;
  return all.some(({ unknown }) => unknown)
    ? prose("Old and new say the same wherever both could be checked.")
    : prose("Old and new say the same in everything that was looked at.");
}

function named(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  return shown.join(", ").replace(/, ([^,]*)$/, " and $1");
}
