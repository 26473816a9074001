import type {
  MacroString,
  Mechanism,
  Qualifier,
  Redirect,
  SpfRecord,
  SpfSyntaxError,
  SyntaxCode,
  Term,
  Written,
} from "../../facts/spf-record.ts";
import { family, parseCidr } from "../../net/address.ts";
import { asTyped } from "../../net/octets.ts";
import { isNearly } from "../edit-distance.ts";
import { parseMacros } from "./macro.ts";

/**
 * The syntax of SPF records (RFC 7208 sections 4.6.1, 5, 6 and 12). Pure, and linear in the length of the text. An
 * error anywhere makes the whole record unusable (section 4.6), so all of them are found, each with its place.
 */

const VERSION = "v=spf1";

/** Whether a TXT record is an SPF record: the version, then a space or the end (section 4.5). */
export function isSpf(text: string): boolean {
  const start = text.slice(0, VERSION.length + 1).toLowerCase();
  return start === VERSION || start === `${VERSION} `;
}

/**
 * Whether a TXT record was probably meant as one: `v=spf1;`, a quote, a tab or a space in the wrong place, no space
 * after the version, `spf1` alone, another version, something in front of it. Microsoft's `spf2.0/pra` (RFC 4406) is a
 * record of another kind.
 */
export function isNearlySpf(text: string): boolean {
  return !isSpf(text) && meantVersion(asTyped(text.slice(0, 200))) !== undefined;
}

/** Where the version ends in what was meant as an SPF record, and what stands in front of it. */
export function meantVersion(typed: string): { readonly before: string; readonly end: number } | undefined {
  for (const pattern of VERSIONS) {
    const found = pattern.exec(typed);
    if (found) return { before: typed.slice(0, found.index), end: found.index + found[0].length };
  }
  const [slip, word = ""] = SLIP.exec(typed) ?? [];
  return slip !== undefined && isNearly(word.toLowerCase(), "spf1") ? { before: "", end: slip.length } : undefined;
}

/** A term behind the version: without one, `v=spf1` may stand in any sentence. */
const TERM = String.raw`[ ;,:]+[+?~-]?(?:(?:a|mx|ptr|all)(?![\w])|(?:ip[46]|ipv[46]|include|exists|redirect)[:=])`;
const VERSIONS: readonly RegExp[] = [
  /^v ?[=:]{0,2} ?spf ?-?v?1?(?:\.0)?(?![a-z0-9./_-])/i,
  /^spf ?v?1(?:\.0)?(?![a-z0-9./_-])/i,
  /^v ?[=:]{0,2} ?spf ?-?1(?=[a-z+~?-])/i,
  new RegExp(String.raw`\bv ?= ?spf ?1(?=${TERM})`, "i"),
];
/** `v=sfp1`, `v=spfl`. */
const SLIP = new RegExp(`^v ?[=:] ?([a-z0-9]{3,5})(?=${TERM})`, "i");

/** Reads a record that `isSpf`. Never throws. */
export function parseSpf(text: string): SpfRecord {
  const terms: Term[] = [];
  const errors: SpfSyntaxError[] = [];
  const once = new Set<string>();
  for (const [written, at] of words(text, VERSION.length)) {
    const term = parseTerm(written);
    if (typeof term === "string") errors.push({ text: written, at, code: term });
    else if ((term.kind === "redirect" || term.kind === "exp") && once.has(term.kind))
      errors.push({ text: written, at, code: "repeated-modifier" });
    else {
      once.add(term.kind);
      terms.push({ ...term, text: written, at } as Term);
    }
  }
  return { text, terms, errors };
}

export function isMechanism(term: Term): term is Mechanism {
  return "qualifier" in term;
}

/** The mechanisms in order, and the modifier that counts when none of them matches. */
export function directives(record: SpfRecord): { mechanisms: Mechanism[]; redirect?: Redirect } {
  const redirect = record.terms.find((term): term is Redirect => term.kind === "redirect");
  return { mechanisms: record.terms.filter(isMechanism), ...(redirect ? { redirect } : {}) };
}

/** Terms are separated by spaces and by nothing else (section 4.6.1). */
function* words(text: string, from: number): Generator<[string, number]> {
  for (let at = from; at < text.length; ) {
    if (text[at] === " ") at++;
    else {
      const space = text.indexOf(" ", at);
      const end = space < 0 ? text.length : space;
      yield [text.slice(at, end), at];
      at = end;
    }
  }
}

type Unplaced<T> = T extends Written ? Omit<T, keyof Written> : never;
type Read = Unplaced<Term> | SyntaxCode;

function parseTerm(text: string): Read {
  if (!/^[!-~]+$/.test(text)) return "bad-character";
  const modifier = /^([a-z][a-z0-9._-]*)=/i.exec(text);
  return modifier ? parseModifier(modifier[1] ?? "", text.slice(modifier[0].length)) : parseMechanism(text);
}

function parseModifier(written: string, value: string): Read {
  const name = written.toLowerCase();
  if (name === "redirect" || name === "exp") {
    const domain = parseDomain(value);
    return typeof domain === "string" ? domain : { kind: name, domain };
  }
  return "badAt" in parseMacros(value) ? "bad-macro" : { kind: "other", name };
}

function parseMechanism(text: string): Read {
  const qualified = /^[-+~?]/.test(text);
  const qualifier = (qualified ? text[0] : "+") as Qualifier;
  const body = qualified ? text.slice(1) : text;
  const end = body.search(/[:/]/);
  const name = (end < 0 ? body : body.slice(0, end)).toLowerCase();
  const rest = end < 0 ? "" : body.slice(end);
  switch (name) {
    case "all":
      return rest ? "unexpected-argument" : { kind: name, qualifier };
    case "include":
    case "exists": {
      const domain = rest.startsWith(":") ? parseDomain(rest.slice(1)) : "missing-domain";
      return typeof domain === "string" ? domain : { kind: name, qualifier, domain };
    }
    case "ptr": {
      if (!rest) return { kind: name, qualifier };
      const domain = rest.startsWith(":") ? parseDomain(rest.slice(1)) : "bad-prefix-length";
      return typeof domain === "string" ? domain : { kind: name, qualifier, domain };
    }
    case "a":
    case "mx":
      return parseHost(name, qualifier, rest);
    case "ip4":
    case "ip6":
      return parseBlock(name, qualifier, rest);
    case "redirect":
    case "exp":
      return "colon-for-equals";
    default:
      return "unknown-mechanism";
  }
}

/** `a`, `mx`: `[ ":" domain-spec ] [ "/" bits4 ] [ "//" bits6 ]`. */
function parseHost(kind: "a" | "mx", qualifier: Qualifier, rest: string): Read {
  const lengths = /(?:\/(\d{1,4}))?(?:\/\/(\d{1,4}))?$/.exec(rest);
  const bits4 = prefixLength(lengths?.[1], 32);
  const bits6 = prefixLength(lengths?.[2], 128);
  if (bits4 === undefined || bits6 === undefined) return "bad-prefix-length";
  const spec = rest.slice(0, lengths?.index);
  if (!spec) return { kind, qualifier, bits4, bits6 };
  if (!spec.startsWith(":")) return "bad-prefix-length";
  const domain = parseDomain(spec.slice(1));
  return typeof domain === "string" ? domain : { kind, qualifier, domain, bits4, bits6 };
}

function parseBlock(kind: "ip4" | "ip6", qualifier: Qualifier, rest: string): Read {
  if (!rest.startsWith(":") || rest.length === 1) return "missing-address";
  const [address = "", ...bits] = rest.slice(1).split("/", 3);
  const block = parseCidr(address);
  // A single address parses as a whole block; its family tells ip4 from ip6.
  if (!block || address.trim() !== address || family(block.address) !== (kind === "ip4" ? 4 : 6)) return "bad-address";
  if (bits.length === 0) return { kind, qualifier, block };
  const length = bits.length === 1 && bits[0] !== "" ? prefixLength(bits[0], kind === "ip4" ? 32 : 128) : undefined;
  return length === undefined
    ? "bad-prefix-length"
    : { kind, qualifier, block: { address: block.address, bits: length } };
}

function prefixLength(digits: string | undefined, max: number): number | undefined {
  if (digits === undefined) return max;
  return /^(0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= max ? Number(digits) : undefined;
}

/** A domain-spec (section 7.1): a macro-string that ends in a macro, or in a dot and a top label. */
function parseDomain(text: string): MacroString | SyntaxCode {
  if (text === "") return "missing-domain";
  const macros = parseMacros(text);
  if ("badAt" in macros) return "bad-macro";
  const last = macros.parts.at(-1);
  if (last && "literal" in last && !last.escaped) {
    if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return "address-for-domain";
    const literal = last.literal.replace(/\.$/, "");
    const dot = literal.lastIndexOf(".");
    if (dot < 0 || !isTopLabel(literal.slice(dot + 1))) return "bad-domain";
  }
  return macros.parts;
}

/** Letters, digits and inner hyphens, and not digits alone. */
const isTopLabel = (label: string) => /^(?!-)[a-z0-9-]+$/i.test(label) && !label.endsWith("-") && !/^\d+$/.test(label);
