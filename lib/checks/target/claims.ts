import type { Claims } from "../facts/facts.ts";
import type { DomainName } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";
import { type Problem, problem, type Read, read } from "./problem.ts";
import { type NameOptions, readName } from "./read-name.ts";

/** The options as a form or a URL has them; a field may come several times. */
export interface ClaimFields {
  readonly from?: ClaimField;
  readonly helo?: ClaimField;
  readonly selector?: ClaimField;
}
type ClaimField = string | readonly string[] | undefined;

export interface ClaimsReading {
  /** What could be read. */
  readonly claims: Claims;
  /** The fields that could not, and why. */
  readonly problems: { readonly [field in keyof ClaimFields]?: Problem };
}

/** A domain or an address literal (RFC 5321 section 4.5.3.1.2). */
const MAX_EHLO = 255;
/** As many DKIM selectors as one check looks up on request. */
const MAX_SELECTORS = 10;

/** Reads the options under the field, `?from=&helo=&selector=`. A field with a problem is left out of the claims. */
export function parseClaims(fields: ClaimFields, options?: NameOptions): ClaimsReading {
  // An e-mail address is read as its domain; the local part goes no further.
  const from = oneName(fields.from, (value) => value.slice(value.lastIndexOf("@") + 1), options);
  const helo = ehloArgument(fields.helo, options);
  const selectors = parseSelectors(list(fields.selector).flatMap((value) => value.split(/[\s,;]+/)));
  return {
    claims: {
      ...(from?.ok ? { from: from.value } : {}),
      ...(helo?.ok ? { helo: helo.value } : {}),
      selectors: selectors.ok ? selectors.value : [],
    },
    problems: {
      ...(from?.ok === false ? { from: from.problem } : {}),
      ...(helo?.ok === false ? { helo: helo.problem } : {}),
      ...(selectors.ok ? {} : { selector: selectors.problem }),
    },
  };
}

/** DKIM selectors (RFC 6376 section 3.1), lowercase, each once. Underscores are not in the standard, but in the world. */
export function parseSelectors(values: readonly string[]): Read<readonly string[]> {
  const selectors = [
    ...new Set(values.map((value) => bareSelector(value.slice(0, 255).trim().toLowerCase())).filter(Boolean)),
  ];
  const wrong = selectors.find(
    (s) => !/^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/.test(s),
  );
  if (wrong) {
    return problem(
      "selector",
      text`${wrong} cannot be a DKIM selector: it is the part after ${"s="} in a DKIM-Signature header, letters, digits, hyphens and dots.`,
    );
  }
  if (selectors.length > MAX_SELECTORS)
    return problem("selector", text`These are more than ${MAX_SELECTORS} selectors. Put in the ones in use.`);
  return read(selectors);
}

/** `s1._domainkey.example.com` is the whole name of the record; its selector is `s1`. */
const bareSelector = (value: string): string => value.replace(/(?:^|\.)_domainkey(?:\..*)?$/, "");

/** The claims as a query string: empty, or `?from=…`. The inverse of `parseClaims`. */
export function targetQuery({ from, helo, selectors }: Claims): string {
  const query = new URLSearchParams([
    ...(from ? [["from", from]] : []),
    ...(helo ? [["helo", helo]] : []),
    ...selectors.map((selector) => ["selector", selector]),
  ]).toString();
  return query && `?${query}`;
}

function oneName(
  field: ClaimField,
  prepare: (value: string) => string,
  options?: NameOptions,
): Read<DomainName> | undefined {
  const value = list(field).at(-1)?.slice(0, 1000).trim();
  if (!value) return undefined;
  return readName(prepare(value), options);
}

/** What a server says in EHLO: a name in canonical form, anything else as it is. Being no name is the finding. */
function ehloArgument(field: ClaimField, options?: NameOptions): Read<string> | undefined {
  // Who it is that has an e-mail address is kept nowhere; an EHLO argument with one in it is no name either way.
  const said = list(field).at(-1)?.slice(0, 1000).trim().replace(/^.*@/, "@");
  if (!said) return undefined;
  const name = readName(said, options);
  if (name.ok) return name;
  if (said.length > MAX_EHLO)
    return problem("too-long", text`That is too long for an EHLO argument: ${MAX_EHLO} characters are the most.`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f]/.test(said))
    return problem("characters", text`An EHLO argument is one line of printable characters, and ${said} is not.`);
  return read(said);
}

const list = (field: ClaimField): readonly string[] =>
  field === undefined ? [] : typeof field === "string" ? [field] : field.slice(0, 100);
