import type { SpfRecord } from "../../facts/spf-record.ts";
import { family, parseAddress, parseCidr } from "../../net/address.ts";
import { asTyped } from "../../net/octets.ts";
import { isNearly } from "../edit-distance.ts";
import { isMechanism, meantVersion, parseSpf } from "./spf-syntax.ts";

/** What a misspelt SPF record was meant to be. Pure, and linear in the length of the text. */

/** Longer texts were never meant as one. */
const MAX = 4000;

/**
 * The record with its slips mended and every term its owner meant kept, in order. Undefined where a term is left that
 * cannot be read, so that nobody is told to publish a guess.
 */
export function repairSpf(text: string): string | undefined {
  if (text.length > MAX) return undefined;
  const typed = asTyped(text);
  const version = meantVersion(typed);
  if (version === undefined || !LABELS.test(version.before)) return undefined;
  const body = typed.slice(version.end).replace(/^[;,:.]/, "");
  const terms: string[] = [];
  // Two strings of one record that were joined without a space between them.
  const apart = body.replace(/(\d)((?:ip[46]|include|exists|redirect)[:=])/gi, "$1 $2");
  for (const word of words(apart)) {
    // `ip4:192.0.2.1,192.0.2.2`: what follows a comma is of the same kind.
    const kind = /^([+?~-]?(?:ip4|ip6|a|mx|include):)/i.exec(terms.at(-1) ?? "")?.[1];
    const bare = word.text.replace(/^[+?~-]/, "");
    const carried =
      word.afterComma && kind && !/[:=]|^[+?~-]?(?:a|mx|ptr|all)$/i.test(bare) ? `${kind}${bare}` : word.text;
    terms.push(mend(carried));
  }
  const record = ["v=spf1", ...terms].join(" ");
  const parsed = parseSpf(record);
  return parsed.errors.length === 0 && terms.length > 0 ? record : undefined;
}

/**
 * What gets into a record from the line of the zone that it stood in, or the form: `TXT`, `SPF=`, `@`. Anything else in
 * front of it is a record of its own, which nobody is told to take away.
 */
const LABELS = /^(?:(?:@|in|txt|spf1?|host|name|type|value|record|content|\d{1,6})[\s:=]{1,3}){0,5}$/i;

interface Word {
  readonly text: string;
  readonly afterComma: boolean;
}

function* words(body: string): Generator<Word> {
  let afterComma = false;
  // A qualifier or a colon with a space behind it belongs to what follows.
  for (const piece of body
    .replace(/([:=]) /g, "$1")
    .replace(/(^|[ ,;])([+?~-]) (?=[a-z])/gi, "$1$2")
    .match(/[^ ,;]+|[,;]/g) ?? []) {
    if (piece === "," || piece === ";") afterComma = piece === ",";
    else {
      yield { text: piece, afterComma };
      afterComma = false;
    }
  }
}

function mend(written: string): string {
  const [, qualifier = "", rest = ""] = /^([+?~-]?)(.*)$/.exec(written) ?? [];
  const named = rest
    .replace(/^(?:ipv4|ip)[:=](?=\d+\.)/i, "ip4:")
    .replace(/^(?:ipv6|ip)[:=](?=[0-9a-f]*:)/i, "ip6:")
    .replace(/^([a-z]{5,10})(?=[:=])/i, (word) => nearest(word.toLowerCase()) ?? word)
    .replace(/^(redirect|exp):/i, "$1=")
    .replace(/^(include|ip4|ip6|a|mx|ptr|exists)=/i, "$1:")
    .replace(/^(include|ip4|ip6|exists)::+/i, "$1:")
    .replace(/^(?:all[.:;-]*|a?al|al+l|a[l1][l1])$/i, "all");
  const block = /^(?:ip4:|ip6:|a:|mx:)?([0-9a-f.:]+(?:\/\d{1,3})?)$/i.exec(named)?.[1];
  return qualifier + ((block && readBlock(block)) ?? named);
}

/** A mechanism or modifier misspelt by two letters at most: `inlcude`, `redirct`. */
const nearest = (word: string): string | undefined =>
  ["include", "exists", "redirect"].find((each) => word !== each && isNearly(word, each));

/** An address or a block as the mechanism of its own family, without leading zeros. */
function readBlock(text: string): string | undefined {
  const plain = text.replace(/\.$/, "");
  const dotted = /^\d{1,3}(?:\.\d{1,3}){3}/.test(plain) ? plain.replace(/(^|\.)0+(?=\d)/g, "$1") : plain;
  if (!/[.:]/.test(dotted)) return undefined;
  const address = parseAddress(dotted.replace(/\/.*$/, ""));
  if (!address || !(dotted.includes("/") ? parseCidr(dotted) : address)) return undefined;
  return `${family(address) === 4 ? "ip4" : "ip6"}:${dotted}`;
}

/**
 * Several records as the one that lets in whoever any of them does. Undefined where one cannot be read or leaves the
 * rest to a redirect, which a single record cannot say of two.
 */
export function joinSpf(texts: readonly string[]): string | undefined {
  const records = texts.map(parseSpf);
  if (records.some(({ errors, terms }) => errors.length > 0 || terms.some(({ kind }) => kind === "redirect")))
    return undefined;
  const terms = new Set(
    records.flatMap(({ terms }) => terms.filter(({ kind }) => kind !== "all").map(({ text }) => text)),
  );
  const ends = records.flatMap(endOf);
  // Where they differ, the milder no: the stricter one never held while there were two.
  const end = ["+", "?", "~", "-"].find((qualifier) => ends.includes(qualifier));
  return ["v=spf1", ...terms, ...(end ? [`${end === "+" ? "?" : end}all`] : [])].join(" ");
}

const endOf = ({ terms }: SpfRecord): string[] =>
  terms.flatMap((term) => (isMechanism(term) && term.kind === "all" ? [term.qualifier] : []));
