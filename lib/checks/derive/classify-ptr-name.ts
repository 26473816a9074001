import { findAddress } from "../formats/ptr-name/address-in-name.ts";
import { isLineZone, isOneForAll, isRentalZone, isRentedName, isSenderZone } from "../formats/ptr-name/known-zones.ts";
import {
  CUSTOMER,
  FIXED,
  HOSTED,
  isAccess,
  isAccessProvider,
  isLineWord,
  isMail,
  isOf,
  LINE,
  LINE_NAME,
  LINE_ZONES,
  PLAIN,
  RENTED,
  RESIDENTIAL,
  ROLE,
} from "../formats/ptr-name/name-words.ts";
import { type NameParts, type Run, takeApart } from "../formats/ptr-name/parts.ts";
import { placeholder } from "../formats/ptr-name/placeholder.ts";
import { findShapes, isUnsayable } from "../formats/ptr-name/shapes.ts";
import type { IpAddress } from "../net/address.ts";
import { asName, type DomainName, hasPublicSuffix } from "../net/domain-name.ts";
import { providerOfDefaultName } from "../providers/index.ts";

/** What a PTR name looks like to a receiver that reads it. */
export type PtrNameKind =
  /** Somebody chose it. */
  | "custom"
  /** A hosting company made it. */
  | "cloud-default"
  /** Made from the address or a number; nothing says that the address changes. */
  | "static-looking"
  /** Made by an access provider for lines whose addresses change. */
  | "dynamic-looking";

/** Why a piece of a name counts. Stored in reports: never reused or renamed. */
export type PtrNameReason =
  | "provider-default"
  | "placeholder"
  | "address"
  | "address-part"
  | "address-shape"
  | "last-octet"
  | "hardware-address"
  | "access-word"
  | "line-word"
  | "fixed-word"
  | "hosting-word"
  | "serial-number"
  | "opaque-id"
  | "line-path"
  | "mail-word";

export interface PtrNameClass {
  readonly kind: PtrNameKind;
  /** The id of the provider whose default name it is. */
  readonly provider?: string;
  /** The pieces that decided, the weightiest first. */
  readonly reasons: readonly { readonly part: string; readonly why: PtrNameReason }[];
}

interface Evidence {
  readonly part: string;
  readonly why: PtrNameReason;
  readonly weight: number;
}

/** From this weight on a name counts as generic. */
const GENERIC = 4;
/** What a zone of mail servers weighs against that: more than all but the whole address and a word for lines. */
const SENDER = 12;

/**
 * Reads a PTR name as receivers' rules do: an address or a number in it and words of access providers speak for a
 * generic name, words of mail servers against it. A whole address outweighs a mail word beside it, but not a label of
 * its own for mail (`69-171-232-144.outmail.example`): that zone was made for mail servers.
 */
export function classifyPtrName(name: DomainName, address: IpAddress | undefined): PtrNameClass {
  const provider = providerOfDefaultName(name);
  if (provider) {
    return { kind: "cloud-default", provider: provider.id, reasons: [{ part: name, why: "provider-default" }] };
  }
  const parts = takeApart(name);
  const mail = isSenderZone(name) ? word({ text: parts.organisation }, "mail-word", SENDER) : mailLabel(parts);
  const evidence = weigh(parts, address);
  const weight = evidence.reduce((sum, one) => sum + one.weight, -(mail?.weight ?? 0));
  if (weight < GENERIC) return { kind: "custom", reasons: mail ? [{ part: mail.part, why: "mail-word" }] : [] };
  const reasons = evidence.filter((one) => one.weight > 0).toSorted((a, b) => b.weight - a.weight);
  return { kind: kindOf(parts, evidence), reasons: reasons.map(({ part, why }) => ({ part, why })) };
}

function weigh(parts: NameParts, address: IpAddress | undefined): Evidence[] {
  const numbers = [...addressEvidence(parts, address), ...shapeEvidence(parts)];
  const best = strongest(numbers.filter(({ why }) => why !== "last-octet"));
  const last = numbers.find(({ why }) => why === "last-octet");
  // One number is one piece of evidence, however many ways there are to read it.
  const number = best && last && best.weight >= GENERIC ? [best] : [best, last].filter((one) => one !== undefined);
  return [...placeholderEvidence(parts), ...number, ...wordEvidence(parts, number), ...zoneEvidence(parts, number)];
}

/**
 * What the zone says. In one of lines a number that nobody chose, no more than a word for lines, or two words that a
 * machine put together (`mousetrap-spree`) is enough; in one of rented servers any number is.
 */
function zoneEvidence(parts: NameParts, number: readonly Evidence[]): Evidence[] {
  const { host, digits, letters, name } = parts;
  const [first = "", second = ""] = host;
  if (isRentedName(name)) return [{ part: host.join("."), why: "hosting-word", weight: 4 }];
  if (first === "" || hasRole(parts) || letters.some(({ text }) => isMail(text))) return [];
  const shown = digits.filter(({ label }) => label < host.length).reduce((sum, { text }) => sum + text.length, 0);
  const bare = letters.length > 0 && letters.every(({ text, label }) => label > 0 || isBare(text));
  const random = host.length === 1 && /^[a-z]{4,}-[a-z]{4,}$/.test(first);
  if (isLineZone(name)) {
    const numbered = shown >= 2 && (number.length > 0 || host.length > 1);
    const letter = host.length === 1 && /^[a-z]\d{2,}$/.test(first);
    if (numbered || letter || bare || random) return [{ part: host.join("."), why: "line-word", weight: 4 }];
  }
  if (isRentalZone(name) && (shown >= 2 || bare || random))
    return [{ part: host.join("."), why: "hosting-word", weight: 4 }];
  // A zone of lines inside a provider's: what is in it is one, if nothing shows that somebody chose the name.
  const chosen = !/\d\d|\d[a-z]+\d/.test(first) && !isUnsayable(first);
  if (LINE_ZONES.has(second) && !chosen) return [{ part: second, why: "access-word", weight: 4 }];
  if (isLineAndNothingElse(parts)) return [{ part: host.join("."), why: "line-word", weight: 4 }];
  if (host.length === 1 && LINE_NAME.test(first)) return [{ part: first, why: "line-word", weight: 4 }];
  return [];
}

const isBare = (word: string): boolean => isLineWord(word) || word === "localhost" || word === "reserve";

function addressEvidence(parts: NameParts, address: IpAddress | undefined): Evidence[] {
  const found = address && findAddress(parts, address);
  if (!found) return [];
  const { part, extent, second, base } = found;
  const chosen = hasRole(parts);
  if (extent === "whole") return [{ part, why: "address", weight: 10 }];
  if (extent === "three" || extent === "part") return [{ part, why: "address-part", weight: 6 }];
  if (extent === "two") return [{ part, why: "address-part", weight: 5 }];
  if (chosen) return [];
  // `4.gprs.example.ru`: a number and nothing else in its label.
  const alone = parts.host.length > 1 && parts.host[0] === part;
  return [{ part, why: "last-octet", weight: second || alone ? 4 : base === "hex" ? 3 : 2 }];
}

function shapeEvidence(parts: NameParts): Evidence[] {
  const chosen = hasRole(parts);
  return findShapes(parts).flatMap(({ kind, part }): Evidence[] => {
    if (kind === "address") return [{ part, why: "address-shape", weight: 6 }];
    if (kind === "hardware") return [{ part, why: "hardware-address", weight: 5 }];
    if (kind === "pair") return [{ part, why: "address-shape", weight: 2 }];
    if (chosen) return [];
    if (kind === "serial") return [{ part, why: "serial-number", weight: 4 }];
    if (kind === "opaque") return [{ part, why: "opaque-id", weight: 4 }];
    return [{ part, why: "line-path", weight: 4 }];
  });
}

function placeholderEvidence(parts: NameParts): Evidence[] {
  const part = placeholder(parts) ?? (isOneForAll(parts.name) ? parts.name : undefined);
  return part ? [{ part, why: "placeholder", weight: 7 }] : [];
}

function wordEvidence(parts: NameParts, number: readonly Evidence[]): Evidence[] {
  const { host, letters, organisationLetters } = parts;
  const numbered = number.length > 0;
  // The end of the address alone is in many a chosen name: `srv16` at .16.
  const firm = number.some(({ why }) => why !== "last-octet");
  const digits = parts.digits.filter(({ label }) => label < host.length);
  const shown = digits.reduce((sum, { text }) => sum + text.length, 0);
  const found: Evidence[] = [];

  const last = parts.name.slice(parts.name.lastIndexOf(".") + 1);
  // `hn.kd.ny.adsl`: not a name anybody else could look up, and a well-known one.
  if (isAccess(last) && !hasPublicSuffix(asName(parts.name))) found.push(word({ text: last }, "access-word", 5));
  const access = letters.find(({ text }) => isAccess(text));
  if (access) found.push(word(access, "access-word", accessWeight(parts, access, shown, numbered)));
  else {
    // The trade of an organisation says of a line what it is, not that a name is one's.
    const by = organisationLetters.find(({ text }) => isAccessProvider(text));
    if (by && firm) found.push(word(by, "access-word", 1));
  }
  const line = letters.find(({ text }) => isOf(text, LINE)) ?? organisationLetters.find(({ text }) => text === "home");
  if (line && shown > 0) {
    const numberedLine = beside(line, digits, host.length > 1 ? 3 : 5);
    found.push(word(line, "line-word", numberedLine ? 4 : firm || shown >= 3 ? 2 : 1));
  }

  const customer = letters.find((run) => CUSTOMER.has(run.text) && beside(run, digits.filter(isNoProduct), 3));
  if (customer) found.push(word(customer, "line-word", 4));

  const fixed = letters.find(({ text }) => isOf(text, FIXED));
  if (fixed) found.push(word(fixed, "fixed-word", numbered ? 3 : shown >= 3 ? 4 : 0));
  else if (firm) {
    const plain = letters.find(({ text }) => isOf(text, PLAIN));
    // `host-203-0-113-5.mail.example.net`: who names a sender for its address does not call it a host.
    const given = number.some(({ why }) => why === "address") && plain?.label === 0 && /^hosts?$/.test(plain.text);
    if (plain) found.push(word(plain, "fixed-word", given ? 2 : 1));
  }
  const counted = digits.filter(({ text }) => !isYear(text));
  const rented = letters.find((run) =>
    isOf(run.text, RENTED)
      ? // A hoster's mark may stand between the two: `vds-cn18273`.
        beside(run, counted, 4) || markedSerial(parts.host[run.label] ?? "")
      : isOf(run.text, HOSTED) && beside(run, digits, 5),
  );
  if (rented) found.push(word(rented, "hosting-word", 4));
  return found.filter(({ weight }) => weight > 0);
}

/** Most beside a number that is the address's; little where somebody may have counted up: `pool12.example.com`. */
function accessWeight(parts: NameParts, access: Run, shown: number, numbered: boolean): number {
  if (shown === 0) return nothingElse(parts, access) ? 4 : 0;
  if (!numbered && shown < 4 && parts.host.length === 1) return 3;
  if (shown < 4 && hasRole(parts)) return 0;
  // Others have pools, too: `eu1.pool.example.com`.
  return shown >= 2 ? 5 : access.label > 0 && !/^pools?$/.test(access.text) ? 4 : 0;
}

/** The best mail word, and what it weighs against a generic name: most as a label of its own. */
function mailLabel({ host, letters, organisationLetters }: NameParts): Evidence | undefined {
  // A label of its own: `server-mail` is a company's word for its servers.
  const zone = /^(?:(?:out|in)?(?:mail|smtp|mx|mta|relay)s?(?:out|in)?|outbound)[-\d]*$/;
  const found = letters
    // A point of presence is `pop`, too, below the first label.
    .filter(({ text, label }) => isMail(text) && (text !== "pop" || label === 0))
    .map((run) => word(run, "mail-word", run.label > 0 && zone.test(host[run.label] ?? "") ? 8 : 6));
  const by = organisationLetters.filter(({ text }) => isMail(text)).map((run) => word(run, "mail-word", 4));
  return strongest([...found, ...by]);
}

function kindOf(parts: NameParts, evidence: readonly Evidence[]): PtrNameKind {
  const whys = new Set(evidence.map(({ why }) => why));
  const line = evidence.find(({ why }) => why === "line-word")?.part ?? "";
  const changes = whys.has("access-word") || RESIDENTIAL.whole.has(line);
  // Somebody who pays for a fixed address says so; the line it comes over does not matter then.
  if (changes && !parts.letters.some(({ text }) => isOf(text, FIXED))) return "dynamic-looking";
  if (whys.has("placeholder") || whys.has("hosting-word")) return "cloud-default";
  const words = [...parts.letters, ...parts.organisationLetters];
  const hosted = words.some(({ text, label }) => isOf(text, HOSTED) && (text.length > 2 || label === 0));
  return hosted ? "cloud-default" : "static-looking";
}

/** One name for every line of a provider (`dynamic-ip-adsl.example.vn`): two such words or more, and nothing else. */
const nothingElse = ({ host, letters }: NameParts, access: Run): boolean =>
  host.length === 1 &&
  access.label === 0 &&
  letters.length > 1 &&
  letters.every(({ text }) => text !== "ap" && isLineWord(text));

/** The same over several labels, or with a word for a fixed address: `client.dynamic`, `static-customer`, `user.dsl`. */
function isLineAndNothingElse({ host, letters, digits }: NameParts): boolean {
  if (letters.length < 2 || digits.some(({ label }) => label < host.length)) return false;
  const sure = letters.filter(({ text }) => LINE_ZONES.has(text) || isOf(text, FIXED));
  const customer = letters.some(({ text }) => CUSTOMER.has(text) && text !== "line");
  const all = letters.every(({ text }) => isLineWord(text) || CUSTOMER.has(text) || (customer && isOf(text, HOSTED)));
  return all && (sure.length > 0 || (customer && letters.some(({ text }) => isAccess(text) || isOf(text, HOSTED))));
}

const hasRole = ({ letters }: NameParts): boolean => letters.some(({ text }) => isOf(text, ROLE));

/** A number of at least so many digits right beside the word, in its own label. */
function beside(run: Run, digits: readonly Run[], length: number): boolean {
  return digits.some(
    ({ text, start, end, label }) =>
      label === run.label &&
      text.length >= length &&
      (Math.abs(start - run.end) <= 1 || Math.abs(run.start - end) <= 1),
  );
}

/** `client360` and `kunde365` are what companies call what they sell. */
const isNoProduct = ({ text }: Run): boolean => text !== "360" && text !== "365" && !isYear(text);
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

const markedSerial = (label: string): boolean => /^[a-z]{2,11}-[a-z]{1,3}\d{5,}$/.test(label);

const word = ({ text }: Pick<Run, "text">, why: PtrNameReason, weight: number): Evidence => ({
  part: text,
  why,
  weight,
});

const strongest = (evidence: readonly Evidence[]): Evidence | undefined =>
  evidence.reduce<Evidence | undefined>((best, one) => (best && best.weight >= one.weight ? best : one), undefined);
