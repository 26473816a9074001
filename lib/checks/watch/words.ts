import { prose, type Text, text } from "../net/safe-text.ts";
import { presentVerdict } from "../present/present.ts";
import type { Noted, SeenVerdict } from "./judge-look.ts";

/** As many changes as one sentence names. */
const MOST = 4;

/** The permanent code of what is noted: a verdict's outcome, or a word of the watch's own. */
export function outcomeOfNoted(noted: Noted): string {
  if (noted.kind === "seen") return noted.verdict.outcome;
  return noted.kind === "first" ? "first-look" : noted.kind;
}

/** The same in a sentence: that of the signal, as a report says it. */
export function notedWords(sight: Noted): Text {
  switch (sight.kind) {
    case "expired":
      return prose("The time of this watch is over.");
    case "stopped":
      return prose("Its maker stopped this watch.");
    case "renewed":
      return prose("Its maker let this watch go on.");
    case "seen":
      return presentVerdict(sight.verdict, []).says;
    case "first":
      return prose(`The first look is what later ones are compared with: ${problems(sight.failed, sight.warnings)}.`);
    case "changed": {
      // What another signal owns changes along with that one: it comes last.
      const first = sight.changes.toSorted((a, b) => Number(isOwned(a)) - Number(isOwned(b)));
      const named = first.slice(0, MOST).map(({ before, after }) => changeWords(before, after));
      const more = sight.changes.length - named.length;
      return [
        ...named.flatMap((words, place) => (place === 0 ? words : [...prose("; "), ...words])),
        ...prose(more > 0 ? `; and ${more} more.` : "."),
      ];
    }
  }
}

const STATUS: Readonly<Record<SeenVerdict["status"], string>> = {
  pass: "pass",
  warn: "warning",
  fail: "fail",
  info: "note",
  skipped: "skipped",
  unknown: "unknown",
};

const isOwned = ({ before, after }: { readonly before: SeenVerdict; readonly after: SeenVerdict }): boolean =>
  before.status === "skipped" || after.status === "skipped";

function changeWords(before: SeenVerdict, after: SeenVerdict): Text {
  const { title } = presentVerdict(after, []);
  const [was, is] = [STATUS[before.status], STATUS[after.status]];
  const turn = was === is ? `still ${is}, for another reason` : `${was} before, ${is} now`;
  return text`${prose(title)} of ${after.subject.replace(/^domain /, "")}: ${prose(turn)}`;
}

const problems = (failed: number, warnings: number): string =>
  failed + warnings === 0 ? "no problems" : `${failed} failed, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
