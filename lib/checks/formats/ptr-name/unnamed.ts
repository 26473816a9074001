import { ADDRESS, BETWEEN, LANGUAGES, NOTICE, PLAIN_RECORD, RECORD, type UnnamedWords } from "./unnamed-words.ts";

/** No such phrase has more words; names are short. */
const MOST = 12;

/**
 * The words at the beginning of a name that say, in whichever language, that its address has none: `sin-asignar`,
 * `reverse.not.set`, `your-ptr-here`, `free-ip`. `labels` are those below the organisation's own, whose words decide
 * nothing. A phrase ends with a label: `not-set.example`, but not `not-set-theory.example`.
 */
export function saysUnnamed(labels: readonly string[]): string | undefined {
  const said: string[] = [];
  let words: string[] = [];
  for (const label of labels) {
    const more = label.split(/[-_]+/).filter((word) => word !== "" && !/^\d+$/.test(word));
    if (words.length + more.length > MOST || more.length === 0 || !more.every(isKnown)) break;
    words = [...words, ...more];
    said.push(label);
    if (LANGUAGES.some((language) => isUnnamed(words, language)) || isNotice(words)) return said.join(".");
  }
  return undefined;
}

/** A whole domain that was made for addresses without a name: `ip-ptr.tech`, `no-rdns.net`. */
export function isMadeForRecords(organisation: string): boolean {
  const words = organisation.split("-");
  return words.length > 1 && words.every(isKnown) && words.some((word) => PLAIN_RECORD.has(word));
}

function isUnnamed(words: readonly string[], language: UnnamedWords): boolean {
  const { not, given, name, negated, free } = language;
  const rest = (word: string) => BETWEEN.has(word) || RECORD.has(word) || ADDRESS.has(word) || name.has(word);
  const is = (word: string) => not.has(word) || given.has(word) || negated.has(word) || free.has(word) || rest(word);
  if (!words.every(is)) return false;
  if (words.some((word) => negated.has(word))) return true;
  if (words.some((word) => free.has(word)) && words.some((word) => ADDRESS.has(word))) return true;
  // `assigned-to-customer`; shorter words are too many languages' own.
  const assigned = words.some((word) => word.length > 4 && given.has(word));
  if (assigned && (words.includes("customer") || words.includes("client"))) return true;
  // `to-be-assigned`
  if (assigned && words.includes("to") && words.includes("be")) return true;
  // `no-hostname`, `sin-nombre`; in Turkish the negation is behind it.
  return (
    words.some((word) => not.has(word)) && words.some((word) => given.has(word) || name.has(word) || RECORD.has(word))
  );
}

/** `your-ptr-here`, `please-change-me`, `rdns-pending`: what the customer is to do, or a template left as it was. */
function isNotice(words: readonly string[]): boolean {
  if (
    words.length < 2 ||
    !words.every((word) => NOTICE.has(word) || BETWEEN.has(word) || RECORD.has(word) || ADDRESS.has(word))
  )
    return false;
  const has = (...some: string[]) => some.every((word) => words.includes(word));
  return (
    words.some((word) => PLAIN_RECORD.has(word)) ||
    (words.some((word) => RECORD.has(word)) && words.some((word) => NOTICE.has(word))) ||
    has("change", "me") ||
    has("edit", "me") ||
    has("replace", "me") ||
    has("set", "me") ||
    (has("your") && ["here", "server", "vps", "host", "name"].some((word) => words.includes(word))) ||
    has("change", "it")
  );
}

const isKnown = (word: string): boolean =>
  BETWEEN.has(word) || RECORD.has(word) || ADDRESS.has(word) || NOTICE.has(word) || ALL.has(word);

const ALL: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ not, given, name, negated, free }) => [...not, ...given, ...name, ...negated, ...free]),
);
