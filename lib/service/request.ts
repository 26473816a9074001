import {
  type ClaimFields,
  type Claims,
  type DomainName,
  optedOutWords,
  parseClaims,
  parseTarget,
  refusal,
  type Target,
  type Text,
  type Vantage,
} from "../checks/index.ts";

/** What somebody asks for: a target, and the options under the field. */
export interface AskFields extends ClaimFields {
  readonly target: string;
}

/** What is the matter with one field, and what would work. */
export interface AskProblem {
  readonly field: keyof AskFields;
  readonly code: string;
  readonly says: Text;
  /** What could be put in instead, each read as one target. */
  readonly choices?: readonly string[];
}

export type AskReading =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly problems: readonly AskProblem[] };

/**
 * Reads what somebody asks for, the same for the form, its page and the API. An address that the guard would not let us
 * dial is refused here, with its reason, before anything is started.
 */
export function readAsk(
  fields: AskFields,
  { guard, zones = [], isOptedOut }: Pick<Vantage, "guard" | "zones" | "isOptedOut">,
): AskReading {
  const reading = parseTarget(fields.target, { zones });
  const options = parseClaims(fields, { zones });
  const problems: AskProblem[] = [
    ...(reading.ok ? refused(reading.target, guard) : [{ field: "target" as const, ...reading.problem }]),
    ...(["from", "helo", "selector"] as const).flatMap((field) => {
      const problem = options.problems[field];
      return problem ? [{ field, ...problem }] : [];
    }),
  ];
  if (reading.ok && isOptedOut) problems.push(...optedOut(reading.target, options.claims, isOptedOut));
  if (!reading.ok || problems.length > 0) return { ok: false, problems };
  const target = { ...reading.target, claims: merged(reading.target.claims, options.claims) };
  return { ok: true, target };
}

/**
 * What somebody's text asks for, without the options in it that cannot be read: nobody put them in, so nobody is to be
 * asked about them. What is wrong with the target stays.
 */
export function withoutWrongOptions(fields: AskFields, vantage: Parameters<typeof readAsk>[1]): AskFields {
  const reading = readAsk(fields, vantage);
  if (reading.ok) return fields;
  const wrong = new Set(reading.problems.map(({ field }) => field));
  const options = Object.entries(fields).filter(([field]) => !wrong.has(field as keyof AskFields));
  return { ...Object.fromEntries(options), target: fields.target };
}

function refused(target: Target, guard: Vantage["guard"]): AskProblem[] {
  const permission = target.kind === "address" ? guard(target.address) : undefined;
  if (target.kind !== "address" || !permission || permission.allowed) return [];
  return [{ field: "target", code: "special-purpose", says: refusal(target.address, permission.block) }];
}

/** Names whose holder asked not to be looked at; addresses are the guard's. */
function optedOut(target: Target, claims: Claims, isOptedOut: (name: DomainName) => boolean): AskProblem[] {
  const about = target.kind === "address" ? undefined : target.kind === "host" ? target.host : target.domain;
  const from = claims.from ?? target.claims.from;
  return [
    { field: "target" as const, name: about },
    { field: "from" as const, name: from },
  ].flatMap(({ field, name }) =>
    name && isOptedOut(name) ? [{ field, code: "opted-out", says: optedOutWords(name) }] : [],
  );
}

/** A field that was filled in counts more than what the target's own spelling (`dkim:domain:selector`) said. */
const merged = (pasted: Claims, filled: Claims): Claims => ({
  ...pasted,
  ...filled,
  selectors: filled.selectors.length > 0 ? filled.selectors : pasted.selectors,
});
