import { family, type IpAddress, parseAddress, toBigInt } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { classify } from "../net/special-purpose.ts";
import type { Hints } from "./habits.ts";
import { isRegistryEntry, loggedHelo, sessionOf, wayTo, withoutMarkup, withoutPassing } from "./passing.ts";
import { BETWEEN, LAST_OCTETS, readRange } from "./pool-range.ts";
import { type NameOptions, readName } from "./read-name.ts";
import { TOGETHER } from "./together.ts";
import { type Thing, type Token, tokens } from "./tokens.ts";

/** One target that a text names: what the reader could have put in instead, and what the text says beside it. */
export interface Found {
  readonly text: string;
  readonly hints: Hints;
}

/** What a free text names. */
export interface FoundInText {
  readonly targets: readonly Found[];
  /** Blocks of addresses, as they are written. */
  readonly ranges: readonly string[];
}

/**
 * Finds the targets in any text: a line of a log, what a command printed, a question, a record. Each once, in order.
 * Where a name and an address stand together, that is one target: the address, with the name as the one its server
 * claims.
 */
export function findInText(text: string, options: NameOptions = {}): FoundInText {
  const plain = withoutMarkup(refanged(text)).replace(NO_VALUE, "");
  const all = spfTerms(plain) ?? sessionOf(plain) ?? wayTo(plain) ?? withWhatItIsAbout(plain, options);
  const found = spans(withoutBystanders(masked(tokens(all, options), all), all), all);
  const focus = FOCUS.find(([pattern]) => pattern.test(text))?.[1];
  const targets = new Map<string, Found>();
  for (const { address, names, domain } of joined(found, all)) {
    const [name] = names;
    const helo = name && (address || OWN_NAME.test(all)) ? { helo: name } : {};
    const about = focus ? { focus } : {};
    const target = address ?? name ?? domain;
    if (!target || (targets.has(target) && (!name || targets.get(target)?.hints.helo))) continue;
    targets.set(target, { text: target, hints: { ...helo, ...about, ...(domain ? { kind: "domain" } : {}) } });
  }
  return {
    targets: isRegistryEntry(plain) && found.some(isRange) ? [] : withLoggedHelo([...targets.values()], plain, options),
    ranges: found.flatMap(({ thing }) => (thing.kind === "range" ? [thing.text] : [])),
  };
}

/** Without what it names in passing, unless that is all there is. */
function withWhatItIsAbout(text: string, options: NameOptions): string {
  const left = withoutPassing(text);
  return left === text || tokens(left, options).length > 0 ? left : text;
}

/** The one client of a line of a log says EHLO with the name that stands further on. */
function withLoggedHelo(found: readonly Found[], text: string, options: NameOptions): readonly Found[] {
  const [only, ...others] = found;
  const said = loggedHelo(text);
  const helo = said === undefined ? undefined : readName(said, options);
  if (!only || others.length > 0 || !helo?.ok || parseAddress(only.text) === undefined) return withoutInside(found);
  return [{ ...only, hints: { ...only.hints, helo: helo.value } }];
}

const isRange = ({ thing }: Token): boolean => thing.kind === "range";
/** A setting that is set to nothing, before the next one: `smtp_bind_address6 =`. */
const NO_VALUE = /\b[a-z][a-z0-9_]{2,40} =\s{1,4}(?=[a-z][a-z0-9_]{2,40} =)/g;

/** Nothing but what makes two addresses a range. */
const SPAN = new RegExp(String.raw`^\s*(?:${BETWEEN})\s*$`, "i");

/** What ends a range in its last octets alone: `203.0.113.1–20`. */
const SHORT_END = String.raw`${LAST_OCTETS}(?![\p{L}\p{N}:/%@_-]|\.\p{N})`;
/** The same without spaces or after a word, and after a dash with spaces where no word follows: "… - 20 mails" is none. */
const SHORT = new RegExp(
  String.raw`^(?:(?:${BETWEEN})|\s*\b(?:through|bis)\b\s*)${SHORT_END}|^\s*(?:${BETWEEN})\s*${SHORT_END}(?!\s*[\p{L}\p{N}])`,
  "iu",
);

/** Two addresses with a dash between them are a range, or one and the last octets: the first alone is not meant. */
function spans(found: readonly Token[], text: string): readonly Token[] {
  const merged: Token[] = [];
  for (const token of found) {
    const last = merged.at(-1);
    const both = last?.thing.kind === "address" && token.thing.kind === "address";
    const between = last ? text.slice(last.end, token.start) : "";
    if (last && both && (SPAN.test(between) || (TO.test(between) && isBlock(last.thing, token.thing))))
      merged[merged.length - 1] = range(text.slice(last.start, token.end), last.start);
    else merged.push(shortRange(token, text) ?? token);
  }
  return merged;
}

/** "From 203.0.113.7 to 203.0.113.9" may be a move; from the first to the last address of a block is none. */
const TO = /^\s*\b(?:to|until|bis|au?|al|hasta|fino a|tot|до)\s*$/i;

function isBlock(first: Thing, last: Thing): boolean {
  if (first.kind !== "address" || last.kind !== "address" || family(first.address) !== family(last.address))
    return false;
  const [from, to] = [toBigInt(first.address), toBigInt(last.address)];
  const size = to - from + 1n;
  return size >= 4n && (size & (size - 1n)) === 0n && from % size === 0n;
}

/** A network and its mask are a range: no bit of a host is in it. With one, it is an address that shows its network's. */
function masked(found: readonly Token[], text: string): readonly Token[] {
  return found.flatMap((token, i): readonly Token[] => {
    const mask = found[i + 1];
    const between = mask && text.slice(token.end, mask.start);
    if (between === undefined || between.length > 40 || !isNetworkOf(token.thing, mask?.thing)) return [token];
    return [range(`${addressOf(token.thing)} ${addressOf(mask?.thing)}`, token.start)];
  });
}

function isNetworkOf(network: Thing, mask: Thing | undefined): boolean {
  if (network.kind !== "address" || mask?.kind !== "address" || !isMask(mask)) return false;
  const whole = network.address.split(".").map(Number);
  const hosts = mask.address.split(".").map((octet, i) => (whole[i] ?? 0) & (255 - Number(octet)));
  return whole.length === 4 && !mask.address.endsWith(".255") && hosts.every((octet) => octet === 0);
}

function shortRange({ thing, start, end }: Token, text: string): Token | undefined {
  const behind = thing.kind === "address" ? SHORT.exec(text.slice(end, end + 40))?.[0] : undefined;
  if (behind === undefined) return undefined;
  const written = text.slice(start, end + behind.length);
  return readRange(written)?.ok ? range(written, start) : undefined;
}

const range = (text: string, start: number): Token => ({
  thing: { kind: "range", text },
  start,
  end: start + text.length,
  value: start,
});

/** Addresses made unclickable, as abuse reports have them: `203[.]0[.]113[.]20`, `mail(dot)example(dot)com`. */
const refanged = (text: string): string =>
  text
    .replace(/\s?[[({](?:\.|dot)[\])}]\s?/gi, ".")
    .replace(/\[(::?)\]/g, "$1")
    .replace(/(?<=\d)\s(?:dot|punkt|point|punto|ponto)\s(?=\d)/gi, ".")
    .replace(/\bhxxp/gi, "http");

/** Of an SPF record the terms that name single places: `ip4:`, `ip6:`, `a:` and `mx:`. Others' records are others'. */
function spfTerms(text: string): string | undefined {
  const at = /v=spf1(?=[\s"]|$)/i.exec(text);
  if (!at) return undefined;
  const terms = text.slice(at.index + at[0].length).match(/(?<=[\s"+?~-])(?:ip4|ip6|a|mx):[^\s"]+/gi) ?? [];
  const owner = /^\s*([^\s"=]+\.[^\s"=]+)\s/.exec(text.slice(0, at.index))?.[1];
  // A record that is shown with its owner is about the owner.
  if (owner) return `@${owner}`;
  // Behind a command, it is about what that asked for.
  return terms.length > 0 ? terms.join(" ") : text.slice(0, at.index);
}

/** What a question is about, by its words: the signal that answers it. */
const FOCUS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:black|block|deny)[- ]?list|\b(?:dns|r)bl\b|\bgelistet\b|\blisted\b|\bspamhaus\b/i, "dnsbl"],
  [/\bv=spf1\b|\bspf\b/i, "spf"],
  [/\bptr\b|\b(?:reverse|rdns|arpa)\b|\bdomain name pointer\b/i, "reverse-dns"],
];

/** Settings by which a mail server is told its own name (Postfix, Exim, Sendmail, OpenSMTPD). */
const OWN_NAME =
  /\b(?:myhostname|smtp_helo_name|lmtp_lhlo_name|primary_hostname|helo_data|hostname)\b\s*[=:]|\bDj(?=\S)/;

/** Addresses and names that belong to the same place in the text. */
interface Place {
  readonly address?: IpAddress;
  readonly names: readonly DomainName[];
  readonly domain?: DomainName;
}

/** Between two names of one address nothing but brackets stands: `from a.example (b.example [203.0.113.7])`. */
const BRACKETS = /^\s*[([]+\s*$/;

function joined(found: readonly Token[], text: string): Place[] {
  const places: Place[] = [];
  for (let i = 0; i < found.length; i++) {
    const here = found[i];
    if (!here) continue;
    const { thing } = here;
    if (thing.kind === "range") continue;
    if (thing.kind === "domain") {
      places.push({ names: [], domain: thing.name });
      continue;
    }
    const names: DomainName[] = thing.kind === "name" ? [thing.name] : [];
    let address = thing.kind === "address" ? thing.address : undefined;
    for (let next = found[i + 1]; next && belongs(here, found[i], next, text); next = found[i + 1]) {
      if (next.thing.kind === "name" && (address === undefined || names.length === 0)) names.push(next.thing.name);
      else if (next.thing.kind === "address" && address === undefined) address = next.thing.address;
      else break;
      i++;
    }
    if (address) places.push({ address, names });
    else places.push(...names.map((name) => ({ names: [name] })));
  }
  return places;
}

function belongs(first: Token, last: Token | undefined, next: Token, text: string): boolean {
  if (!last) return false;
  const between = text.slice(last.end, next.start);
  if (last.thing.kind === "name" && next.thing.kind === "name")
    return first.thing.kind === "name" && BRACKETS.test(between);
  if (last.thing.kind === next.thing.kind) return false;
  return between.length < 60 && TOGETHER.test(between);
}

/** Leaves out addresses that a text names in passing: resolvers, gateways, the far end of a connection, inside ones. */
function withoutBystanders(found: readonly Token[], text: string): readonly Token[] {
  const before = ({ value }: Token) => text.slice(Math.max(0, value - 60), value);
  const source = /\bdev\s/.test(text) ? found.find((token) => /\bsrc\s+$/.test(before(token))) : undefined;
  if (source) return [source];
  const steps: readonly ((all: readonly Token[]) => readonly Token[])[] = [
    (all) => senders(all, text),
    (all) => {
      const resolvers = new Set(all.filter(({ thing }) => portOf(thing) === 53).map(({ thing }) => addressOf(thing)));
      return all.filter(({ thing }) => !resolvers.has(addressOf(thing)) || thing.kind === "name");
    },
    (all) => all.filter((token) => !PASSED.test(before(token)) && !isMask(token.thing)),
    (all) => all.filter(({ thing }) => !isInside(thing)),
  ];
  // What would leave nothing was all that the text is about.
  return steps.reduce((all, step) => (step(all).length > 0 ? step(all) : all), found);
}

/** What `ip`, `ifconfig`, `ipconfig` and forms write before an address that is not the machine's own, in their languages. */
const PASSED =
  /(?:\b(?:brd|broadcast|via|gw)|mas(?:k|ke|que|c?hera)(?: de s\S{1,20})?|m[aá]scara(?: de (?:sub)?red| de sub-?rede)?|gateway|passerelle(?: par d\S{1,10})?|puerta de enlace(?: predeterminada)?|name ?servers?|dns[- ]?servers?|serveurs? dns|servidor(?:es)? dns)(?:\s*\([^()]{0,20}\))?[\s.:=]+$/i;
/** A network's mask beside an address is part of how that is written. */
const isMask = (thing: Thing): boolean => thing.kind === "address" && /^255\./.test(thing.address);

/** Of a packet on its way to port 25 (tcpdump: `IP a.40000 > b.25:`), the side that sends mail; of an answer, too. */
function senders(all: readonly Token[], text: string): readonly Token[] {
  const sides = all.filter(({ thing }) => portOf(thing) !== undefined);
  const ends = sides.flatMap((from, i) => {
    const to = sides[i + 1];
    // tcpdump has an arrow between them, ss and netstat have none.
    const apart = to && /^\s*(?:>|->)?\s*$/.test(text.slice(from.end, to.start));
    if (!apart || portOf(to.thing) === portOf(from.thing)) return [];
    return portOf(to.thing) === 25 ? [from] : portOf(from.thing) === 25 ? [to] : [];
  });
  // From inside a network the sender's own address does not show: then what else there is counts.
  return ends.some(({ thing }) => !isInside(thing)) ? ends : all;
}

const portOf = (thing: Thing): number | undefined => (thing.kind === "address" ? thing.port : undefined);
const addressOf = (thing: Thing | undefined): IpAddress | undefined =>
  thing?.kind === "address" ? thing.address : undefined;

/** Addresses of networks that are nobody's outside: beside a public one, they are not what is meant. */
const INSIDE = new Set(["private", "shared", "loopback", "link-local", "unspecified", "broadcast", "multicast"]);
const isInside = (thing: Thing): boolean => thing.kind === "address" && INSIDE.has(classify(thing.address)?.kind ?? "");

/** A name that another target claims already is no target of its own. */
function withoutInside(targets: readonly Found[]): readonly Found[] {
  const claimed = new Set(
    targets.flatMap(({ text, hints }) => (hints.helo && hints.helo !== text ? [hints.helo] : [])),
  );
  return targets.filter(({ text }) => !claimed.has(text as DomainName));
}
