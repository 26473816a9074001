import { type Cidr, family, type IpAddress, parseAddress, parseCidr, toBigInt, unmapped } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import { addressOfReverseName, withoutZone } from "./numbers.ts";
import { readRange } from "./pool-range.ts";
import { type NameOptions, readName } from "./read-name.ts";

/** Something in a text that can be checked, or that stands for more than one address. */
export type Thing =
  | { readonly kind: "address"; readonly address: IpAddress; readonly port?: number }
  | { readonly kind: "name"; readonly name: DomainName }
  /** What stands behind the @ of an e-mail address. */
  | { readonly kind: "domain"; readonly name: DomainName }
  | { readonly kind: "range"; readonly text: string };

/** One of them with where it stands, as offsets into the text. */
export interface Token {
  readonly thing: Thing;
  readonly start: number;
  readonly end: number;
  /** Where what it says begins: behind the label of `GATEWAY=203.0.113.1`. */
  readonly value: number;
}

/** What an address, a name, a URL or a mailbox is made of; everything else separates. */
const RUN = /[\p{L}\p{M}\p{N}_.:/\-#%@*+=]+/gu;
/** What is of no script that puts words one behind the other without spaces. */
const SPACED = /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]+/gu;

/** Every address, name and range in a text, in order. Linear in the text. */
export function tokens(text: string, options: NameOptions): Token[] {
  const found: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const both = nameAndAddress(run, index, options);
    const whole = both ? undefined : token(run, index, options);
    if (both) found.push(...both);
    else if (whole) found.push(whole);
    else if (/[^\x21-\x7e]/.test(run))
      for (const { 0: part, index: at } of run.matchAll(SPACED)) {
        const piece = token(part, index + at, options);
        if (piece) found.push(piece);
      }
  }
  return found;
}

/** `mail.example.com/203.0.113.7`, as Java prints it, and the same with an equals sign or a colon. */
function nameAndAddress(run: string, start: number, options: NameOptions): readonly Token[] | undefined {
  const at = run.search(/[=:/]/);
  const [left, right] = [run.slice(0, at), run.slice(at + 1)];
  if (at < 3 || at > 255 || right.length > 60 || !left.includes(".") || left.includes("@")) return undefined;
  const first = token(left, start, options);
  const second = token(right, start + at + 1, options);
  const kinds = first && second && `${first.thing.kind} ${second.thing.kind}`;
  return kinds === "name address" || kinds === "address name" ? ([first, second] as readonly Token[]) : undefined;
}

/** What sentences, arrows and records put around an address. */
const EDGE = new Set(".:/-#+=");

function token(run: string, start: number, options: NameOptions): Token | undefined {
  let from = 0;
  let to = run.length;
  while (from < to && EDGE.has(run[from] ?? "")) from++;
  while (to > from && EDGE.has(run[to - 1] ?? "")) to--;
  // "**203.0.113.7**" and "_203.0.113.7_", as Markdown stresses words.
  while (to - from > 2 && "*_".includes(run[from] ?? "") && run[from] === run[to - 1]) {
    from++;
    to--;
  }
  // "::1" and "::ffff:203.0.113.7" begin with colons of their own.
  if (run.slice(0, from).endsWith("::")) from -= 2;
  const body = run.slice(from, to);
  const thing = read(body, options, 3);
  const label = thing?.kind === "address" && /^\p{L}[\p{L}\p{N}_-]{0,40}=/u.exec(body)?.[0];
  return thing && { thing, start: start + from, end: start + to, value: start + from + (label ? label.length : 0) };
}

function read(word: string, options: NameOptions, depth: number): Thing | undefined {
  if (!word || word.length > 300 || depth === 0) return undefined;
  const address = parseAddress(word) ?? withoutZone(word);
  if (address) return { kind: "address", address: unmapped(address) };
  const cidr = word.includes("/") ? parseCidr(word) : undefined;
  if (cidr) return rangeOrHost(cidr, word);
  const reverse = addressOfReverseName(word.replace(/\.$/, ""));
  if (reverse) return reverse === "partial" ? undefined : { kind: "address", address: reverse };

  // "203.0.113.7:25", dig's "203.0.113.7#53", tcpdump's "203.0.113.7.25", tcpserver's "203.0.113.7::40122".
  const [, host = "", port = ""] = /^(.+?)(?:[:#.]|::)(\d{1,5})$/.exec(word) ?? [];
  const at = parseAddress(host);
  if (at) return { kind: "address", address: unmapped(at), port: Number(port) };

  const url = /^[a-z][a-z0-9+.-]{0,20}:\/{2}([^/]+)/i.exec(word)?.[1];
  if (url) return read(url.slice(url.lastIndexOf("@") + 1), options, depth - 1);
  if (word.includes("@")) {
    const host = word.slice(word.lastIndexOf("@") + 1);
    // "root@203.0.113.7"
    const address = parseAddress(host);
    if (address) return { kind: "address", address: unmapped(address) };
    const domain = readName(host, options);
    return domain.ok ? { kind: "domain", name: domain.value } : undefined;
  }
  // "250-mail.example.com", as a server answers EHLO; "203.0.113.7-203.0.113.20".
  const said = /^2[25]0-(.+\..+)$/.exec(word)?.[1];
  if (said) return read(said, options, depth - 1);
  if (readRange(word)?.ok) return { kind: "range", text: word };
  const labelled = /^[\p{L}\p{N}_-]{1,40}[:=](.+)$/u.exec(word)?.[1];
  if (labelled) return read(labelled, options, depth - 1);
  const plain = /^([^:/#]+)(?::\d{1,5}(?:[/#].*)?|[/#].*)?$/.exec(word)?.[1] ?? "";
  if (!plain.includes(".") || FILES.has(plain.toLowerCase())) return undefined;
  const name = readName(plain, options);
  return name.ok ? { kind: "name", name: name.value } : undefined;
}

/** An address with the length of its network's prefix, as `ip addr` shows it, is one address; a network is a range. */
function rangeOrHost(cidr: Cidr, text: string): Thing {
  return isNetwork(cidr) ? { kind: "range", text } : { kind: "address", address: cidr.address };
}

/** Whether a block is written as a network: several addresses, and no bit set behind the prefix. */
export function isNetwork(cidr: Cidr): boolean {
  const size = family(cidr.address) === 4 ? 32 : 128;
  return cidr.bits < size && toBigInt(cidr.address) % (1n << BigInt(size - cidr.bits)) === 0n;
}

/** Files that mail administrators name and that end like a country: they are no hosts. */
const FILES = new Set([
  "main.cf",
  "master.cf",
  "sendmail.cf",
  "sendmail.mc",
  "submit.cf",
  "submit.mc",
  "local.cf",
  "init.pre",
]);
