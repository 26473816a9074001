import { asName, type DomainName, isHostname, labels, parent, parseName } from "../../net/domain-name.ts";
import { parseTagList, tagValue, trim } from "../tag-list.ts";

/** The record and the policy of MTA-STS (RFC 8461 section 3). Pure, and linear in the length of the text. */

export const isStsRecord = (text: string): boolean => /^v=STSv1[ \t]{0,100}(?:;|$)/.test(text);

/** The policy's id out of a record that `isStsRecord`; undefined where the record is not valid (section 3.1). */
export function stsId(text: string): string | undefined {
  const id = tagValue(parseTagList(text), "id");
  return id && /^[A-Za-z0-9]{1,32}$/.test(id) ? id : undefined;
}

export type StsProblem =
  | "no-version"
  | "no-mode"
  | "no-max-age"
  /** A mode other than none can protect nothing without a host. */
  | "no-mx"
  | "bad-line"
  | "bad-mx";

export interface StsPolicy {
  readonly mode?: "enforce" | "testing" | "none";
  /** Seconds. */
  readonly maxAge?: number;
  /** What to write instead of a number that is too large: the largest there is. */
  readonly largestAge?: number;
  /** Host names, or `*.` and one. */
  readonly mx: readonly string[];
  /** Of those the ones written with a final dot, as they stand: it is no part of a name there (section 3.2). */
  readonly dotted: readonly string[];
  readonly problems: readonly StsProblem[];
}

/** The longest time a policy may ask for: about a year (section 3.2). */
const MAX_AGE = 31_557_600;

/** Reads a policy file. Never throws. */
export function parseStsPolicy(text: string): StsPolicy {
  const fields = new Map<string, string>();
  const mx: string[] = [];
  const dotted: string[] = [];
  const problems = new Set<StsProblem>();
  for (const line of text.split(/\r?\n/)) {
    if (trim(line) === "") continue;
    const colon = line.indexOf(":");
    const [key, value] = [line.slice(0, Math.max(colon, 0)), trim(line.slice(colon + 1))];
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/.test(key)) problems.add("bad-line");
    else if (key === "mx") {
      const pattern = readPattern(value);
      if (pattern && value.endsWith(".")) dotted.push(value);
      if (pattern) mx.push(pattern);
      else problems.add("bad-mx");
    }
    // Of a field that stands twice the first counts (section 3.2).
    else if (!fields.has(key)) fields.set(key, value);
  }
  const mode = (["enforce", "testing", "none"] as const).find((each) => each === fields.get("mode"));
  const written = fields.get("max_age") ?? "";
  const maxAge = /^[0-9]{1,10}$/.test(written) && Number(written) <= MAX_AGE ? Number(written) : undefined;
  if (fields.get("version") !== "STSv1") problems.add("no-version");
  if (!mode) problems.add("no-mode");
  if (maxAge === undefined) problems.add("no-max-age");
  if (mx.length === 0 && mode !== "none") problems.add("no-mx");
  const tooLarge = maxAge === undefined && /^[0-9]+$/.test(written);
  const age = maxAge === undefined ? (tooLarge ? { largestAge: MAX_AGE } : {}) : { maxAge };
  return { ...(mode ? { mode } : {}), ...age, mx, dotted, problems: [...problems] };
}

function readPattern(value: string): string | undefined {
  const wildcard = value.startsWith("*.");
  const name = parseName(wildcard ? value.slice(2) : value);
  return name && isHostname(name) ? `${wildcard ? "*." : ""}${name}` : undefined;
}

/** Whether an MX host is one the policy names; a wildcard stands for exactly one label (section 4.1). */
export function matchesSts(host: DomainName, patterns: readonly string[]): boolean {
  const wildcard = labels(host).length > 1 ? asName(`*.${parent(host)}`) : host;
  return patterns.includes(host) || patterns.includes(wildcard);
}
