import type { Claims } from "../facts/facts.ts";
import { type IpAddress, parseAddress, parseCidr, unmapped } from "../net/address.ts";
import { type DomainName, hasPublicSuffix, organisationalDomain } from "../net/domain-name.ts";
import { count, text } from "../net/safe-text.ts";
import { unicodeName } from "../net/unicode-name.ts";
import { parseSelectors } from "./claims.ts";
import { findInText } from "./find-in-text.ts";
import { commandTarget, type Hints, ownerName, PREFIXES } from "./habits.ts";
import { addressOfReverseName, addressProblem, rangeProblem, withoutZone } from "./numbers.ts";
import { type Problem, type ProblemCode, problem } from "./problem.ts";
import { type NameOptions, readName } from "./read-name.ts";
import { isNetwork } from "./tokens.ts";

interface Aside {
  /** What the reader told us beside it. */
  readonly claims: Claims;
  /** The id of the signal to bring into view: `dnsbl` for somebody who wrote `blacklist:203.0.113.7`. */
  readonly focus?: string;
}

/** What a check is about. */
export type Target =
  | ({ readonly kind: "address"; readonly address: IpAddress } & Aside)
  | ({ readonly kind: "host"; readonly host: DomainName } & Aside)
  | ({ readonly kind: "domain"; readonly domain: DomainName } & Aside);

export type TargetReading =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly problem: Problem };

/** No address, name or URL that somebody checks is longer; a bounce is. In UTF-16 code units. */
const MAX_INPUT = 2048;
/** How many wrappings we take off: a quoted mailto: in brackets with a port is four. */
const MAX_DEPTH = 8;

/**
 * Reads what somebody pasted, forgivingly: an address, a name, an e-mail address, a URL, a reverse name, a command line,
 * `ptr:` and its like, in brackets, with a port; and any text that names just one of them. What could be read in two
 * ways is never guessed at, and several are offered as choices. Whether an address may be asked is not decided here but
 * by the guard.
 */
export function parseTarget(input: string, options: NameOptions = {}): TargetReading {
  if (input.length > MAX_INPUT) return LONG;
  const pasted = input.replace(PASTED_ALONG, "").replace(HYPHENS, "-").trim();
  if (!pasted)
    return problem("empty", text`Put in an address like ${"198.51.100.7"} or a name like ${"mail.example.com"}.`);
  const line = pasted.replace(/[\n\r\v\f\u0085\u2028\u2029]+/g, " ");
  const control = /(?!\t)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.exec(line)?.[0];
  if (control)
    return problem(
      "characters",
      text`There is an invisible character in it (${control}). Type the address or name by hand.`,
    );
  const reading = line === pasted ? readText(line, {}, options, MAX_DEPTH) : LONG;
  if (
    reading.ok ||
    reading.problem.choices ||
    !(OPEN.has(reading.problem.code) || (MAYBE.has(reading.problem.code) && SEPARATED.test(line)))
  )
    return reading;
  return readFound(line, options) ?? reading;
}

/** Problems of texts in which there may be a target all the same. */
const OPEN: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["several", "long-text", "characters", "underscore"]);
/** Of these there may be one only where something separates it from the rest: a label, a script without spaces. */
const MAYBE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["ipv4-parts", "unknown-tld", "ipv6-form"]);
const SEPARATED = /[\s=~*|,;]|[a-z][:/]|[^\x21-\x7e]/i;
/** As many choices as a reader looks through. */
const MAX_CHOICES = 12;

/** The one target that a text names, or the choice between them; undefined where it names none. */
function readFound(line: string, options: NameOptions): TargetReading | undefined {
  const range = rangeProblem(line);
  if (range) return range;
  const { targets, ranges } = findInText(line, options);
  const [only, ...others] = targets;
  if (!only) return ranges[0] === undefined ? undefined : rangeProblem(ranges[0]);
  if (others.length === 0) return readText(only.text, only.hints, options, MAX_DEPTH);
  const choices = targets.slice(0, MAX_CHOICES).map((each) => each.text);
  return problem(
    "several",
    text`This names ${count(targets.length, "address", "addresses or names")}: ${choices}. Choose one.`,
    choices,
  );
}

/** Zero-width spaces and joins, soft hyphens, direction marks: they come along from web pages and say nothing. */
const PASTED_ALONG = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
/** What word processors write for a hyphen. */
const HYPHENS = /[\u2010\u2011]/g;

const LONG = problem(
  "long-text",
  text`No address or name could be found in this text. Put in one address, like ${"198.51.100.7"}, or one name.`,
);
const UNREADABLE = problem(
  "several",
  text`This could not be read as one address or one name. Put in just one, like ${"198.51.100.7"} or ${"mail.example.com"}.`,
);

/** Takes off one wrapping after the other until an address or a name is left. */
function readText(pasted: string, hints: Hints, options: NameOptions, depth: number): TargetReading {
  if (depth === 0) return UNREADABLE;
  const again = (inner: string, more: Hints = {}) => readText(inner, { ...hints, ...more }, options, depth - 1);

  const line = peel(pasted);
  const address = parseAddress(line) ?? withoutZone(line);
  if (address) return found(address, hints);
  if (!line) return UNREADABLE;

  // "203. 0. 113. 7": a space behind each dot, as some telephones put one.
  if (/^\d{1,3}(?:\s?\.\s?\d{1,3}){3}$/.test(line) && /\s/.test(line)) return again(line.replace(/\s/g, ""));
  const words = line.replace(/^([a-z0-9-]{1,12}):\s+/i, "$1:").split(/\s+/);
  if (words.length > 1) return readWords(words, again);
  const [word = ""] = words;

  // Other tools' addresses: /SuperTool?action=ptr%3a203.0.113.7&run=1
  const action = /^[^?]*\?(?:[^#]*&)?action=([^&#]+)/i.exec(word)?.[1];
  const command = action && /^[a-z0-9-]+:./i.test(decoded(action)) ? decoded(action) : undefined;
  if (command) return again(command);
  const url = /^(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}([^/\\?#]+)/i.exec(word)?.[1];
  if (url) return again(url.slice(url.lastIndexOf("@") + 1));

  // "https%3A%2F%2Fmail.example.com%2F", out of another page's address.
  if (/^https?%3a%2f%2f/i.test(word) && decoded(word) !== word) return again(decoded(word));

  const [, before = "", after = ""] = /^([a-z0-9-]{1,12}):(.+)$/i.exec(word) ?? [];
  const prefix = PREFIXES.get(before.toLowerCase());
  if (prefix) return readPrefixed(after, prefix, again);

  // The local part of an e-mail address goes no further than this line.
  if (word.includes("@")) return again(word.slice(word.lastIndexOf("@") + 1), { kind: hints.kind ?? "domain" });
  return readPlain(word, hints, options, again);
}

type Again = (inner: string, more?: Hints) => TargetReading;

/** One word: with a prefix length, a port or a path behind it, a reverse name, an address gone wrong, or a name. */
function readPlain(word: string, hints: Hints, options: NameOptions, again: Again): TargetReading {
  const cidr = word.includes("/") ? parseCidr(word) : undefined;
  // `ip addr` shows a machine's own address with the length of its network's prefix.
  if (cidr && !isNetwork(cidr)) return found(cidr.address, hints);
  const range = rangeProblem(word);
  if (range) return range;
  const reverse = addressOfReverseName(word);
  if (reverse === "partial") {
    return problem(
      "reverse-zone",
      text`${word} names a range of addresses and not a single one. Put in one address, like ${"198.51.100.7"}.`,
    );
  }
  if (reverse) return found(reverse, { focus: "reverse-dns", ...hints });

  // "mail.example.com/203.0.113.7", as Java prints a host.
  const [host = "", inner = "", ...more] = word.split("/", 3);
  const inside = more.length === 0 && host.includes(".") ? parseAddress(inner) : undefined;
  const named = inside && readName(host, options);
  if (inside && named?.ok) return found(inside, { helo: named.value, ...hints });

  // Two of them are no address and its path.
  if (parseAddress(host) && inside)
    return problem("several", text`This names 2 addresses: ${[host, inner]}. Choose one.`, [host, inner]);

  const ported = /^(?:\[([^[\]]+)\]|([^:[\]]+)):(?:\d{1,5}|smtps?|submissions?|https?|imaps?|pop3s?)$/i.exec(word);
  const shorter = ported?.[1] ?? ported?.[2] ?? /^([^/?#\\]+)[/?#\\]/.exec(word)?.[1];
  if (shorter) return again(shorter);

  const owner = ownerName(word);
  if (owner) return again(owner.name, owner.hints);
  return mistyped(word, hints, options) ?? addressProblem(word) ?? readNamed(word, hints, options);
}

/** Commas for dots and dashes for hyphens: what is probably meant is offered, and not checked unasked. */
function mistyped(word: string, hints: Hints, options: NameOptions): TargetReading | undefined {
  const commas = /^[a-z0-9-]+(?:,[a-z0-9-]+)+$/i.test(word);
  const meant = commas ? word.replaceAll(",", ".") : word.replace(/[\u2012-\u2015\u2212]/g, "-");
  if (meant === word || !(parseAddress(meant) || readNamed(meant, hints, options).ok)) return undefined;
  return problem(
    "characters",
    commas
      ? text`${word} has commas where the dots belong. Put in ${meant}.`
      : text`${word} has a dash in it that is no hyphen. Put in ${meant}.`,
    [meant],
  );
}

function readNamed(word: string, hints: Hints, options: NameOptions): TargetReading {
  const name = readName(word, options);
  if (!name.ok) return name;
  const aside = asideOf(hints.focus === "ehlo-name" && !hints.helo ? { ...hints, helo: name.value } : hints);
  return (hints.kind ?? bareKind(name.value)) === "domain"
    ? { ok: true, target: { kind: "domain", domain: name.value, ...aside } }
    : { ok: true, target: { kind: "host", host: name.value, ...aside } };
}

/** What a bare name is read as: organisations are domains, and so are registries; what is below them is a host. */
function bareKind(name: DomainName): "host" | "domain" {
  const organisation = organisationalDomain(name);
  return organisation === name || (!organisation && hasPublicSuffix(name)) ? "domain" : "host";
}

/** `dkim:example.com:selector` and `spf:example.com:203.0.113.7` have two values; every other command has one. */
function readPrefixed(value: string, prefix: Hints, again: Again): TargetReading {
  const [, first = "", second = ""] = /^([^:]+):([^:].*)$/.exec(value) ?? [];
  if (prefix.focus === "dkim-keys" && second) {
    const selectors = parseSelectors([second]);
    return selectors.ok ? again(first, { ...prefix, selectors: selectors.value }) : selectors;
  }
  if (prefix.focus === "spf-record" && parseAddress(second)) {
    const from = readName(first);
    return from.ok ? again(second, { focus: "spf", from: from.value }) : from;
  }
  return again(value, prefix);
}

function readWords(words: readonly string[], again: Again): TargetReading {
  const mailbox = /^<([^<>]+)>$/.exec(words.at(-1) ?? "")?.[1];
  // Before it stands whose it is: a line of a log has more to say.
  const alone = !words.slice(0, -1).some((word) => word.includes("@") || /\d\.\d+\.\d|[=:]$/.test(word));
  if (mailbox?.includes("@") && alone) return again(mailbox);
  const command = commandTarget(words);
  return command ? again(command.text, command.hints) : UNREADABLE;
}

/** Opening and closing, two characters each. */
const PAIRS = ['""', "''", "``", "<>", "[]", "()", "{}", "“”", "‘’", "„“", "‚‘", "”“", "«»", "»«", "‹›", "「」"];

/** Quotes and brackets around it, a full stop or comma behind it. */
function peel(pasted: string): string {
  const line = pasted
    .trim()
    // zsh shows an end without a new line as a percent sign: people copy it along with what `curl` answered.
    .replace(/[.,;%]$/, "")
    .trimEnd();
  const pair = line.length > 1 && PAIRS.includes(`${line[0]}${line.at(-1)}`);
  return pair ? peel(line.slice(1, -1)) : line;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll("+", " "));
  } catch {
    return value;
  }
}

const found = (address: IpAddress, hints: Hints): TargetReading => ({
  ok: true,
  target: { kind: "address", address: unmapped(address), ...asideOf(hints) },
});

function asideOf({ focus, from, helo, selectors = [] }: Hints): Aside {
  return { claims: { ...(from ? { from } : {}), ...(helo ? { helo } : {}), selectors }, ...(focus ? { focus } : {}) };
}

/**
 * The canonical text of a target, for `/check/<target>`: what `parseTarget` reads as the same thing. A prefix is there
 * only where the bare name would be read as something else.
 */
export function targetPath(target: Target): string {
  if (target.kind === "address") return target.address;
  const name = target.kind === "host" ? target.host : target.domain;
  return bareKind(name) === target.kind ? name : `${target.kind}:${name}`;
}

/** A target as a heading: a name that has a safe form in its own script shows both. */
export function targetTitle(target: Target): string {
  if (target.kind === "address") return target.address;
  const name = target.kind === "host" ? target.host : target.domain;
  const unicode = unicodeName(name);
  return unicode ? `${unicode} (${name})` : name;
}
