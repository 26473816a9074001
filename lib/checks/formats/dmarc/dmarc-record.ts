import { asTyped } from "../../net/octets.ts";
import { parseTagList, type TagErrorCode, type TagList, tagValue, trim } from "../tag-list.ts";
import { parseReportAddresses, type ReportAddress } from "./report-address.ts";

/** The syntax of DMARC policy records (RFC 9989 sections 4.7 and 4.8). Pure, and linear in the length of the text. */

export type Policy = "none" | "quarantine" | "reject";
export type Mode = "relaxed" | "strict";

/** A tag whose value is none of those it can have, or something that is no tag: ignored by receivers, the rest counts. */
export interface Flaw {
  readonly code: TagErrorCode | "bad-value";
  /** As published. */
  readonly text: string;
}

export interface DmarcRecord {
  readonly text: string;
  readonly p?: Policy;
  readonly sp?: Policy;
  readonly np?: Policy;
  /**
   * There is no valid `p`, or an invalid `sp` or `np`. With a report address receivers take it for `p=none`, without
   * one they ignore the record (section 4.10.1).
   */
  readonly unclear: boolean;
  /** A tag stands there twice, so the whole record counts for nothing (RFC 6376 section 3.2, by RFC 9989 section 4.7). */
  readonly void: boolean;
  /** Whether this is a public suffix (`y`), an organizational domain (`n`), or to be found out (`u`). */
  readonly psd: "y" | "n" | "u";
  /** `t=y`: receivers are asked to apply the policy one level below. */
  readonly testing: boolean;
  readonly adkim: Mode;
  readonly aspf: Mode;
  readonly rua: readonly ReportAddress[];
  /** `rua` holds at least one URI by its syntax, whether or not a report could be sent to it (section 4.10.1). */
  readonly reporting: boolean;
  readonly ruf: readonly ReportAddress[];
  /** `pct` of RFC 7489, where it is a number from 0 to 100: receivers that follow that RFC still heed it. */
  readonly percent?: number;
  /** Tags of RFC 7489 that RFC 9989 took away: `pct`, `rf`, `ri`. */
  readonly removed: readonly string[];
  /** Tags nobody defined; receivers ignore them. */
  readonly unknown: readonly string[];
  readonly flaws: readonly Flaw[];
}

const REMOVED = ["pct", "rf", "ri"];
const KNOWN = ["v", "p", "sp", "np", "psd", "t", "adkim", "aspf", "rua", "ruf", "fo"];

/** Whether a TXT record is a DMARC policy record: the version first, its value in capitals (section 4.7). */
export function isDmarc(text: string): boolean {
  return /^[vV][ \t]{0,100}=[ \t]{0,100}DMARC1[ \t]{0,100}(?:;|$)/.test(text);
}

/** Whether one was probably meant: the wrong case, a quote or a space before it, the version missing or misspelt. */
export function isNearlyDmarc(text: string): boolean {
  const start = asTyped(text.slice(0, 100));
  return !isDmarc(text) && (/dmarc/i.test(start) || /^p ?[=:] ?(?:none|quarantine|reject)/i.test(start));
}

/** Reads a record that `isDmarc`. Never throws. */
export function parseDmarc(text: string): DmarcRecord {
  const list = parseTagList(text);
  const flaws: Flaw[] = list.errors.map(({ code, text: written }) => ({ code, text: written }));
  const one = <T extends string>(name: string, values: readonly T[]): T | undefined => {
    const value = tagValue(list, name);
    const found = values.find((each) => each === value?.toLowerCase());
    if (value !== undefined && !found) flaws.push({ code: "bad-value", text: `${name}=${value}` });
    return found;
  };
  const policy = (name: string) => one(name, ["none", "quarantine", "reject"] as const);
  const mode = (name: string): Mode => (one(name, ["r", "s"]) === "s" ? "strict" : "relaxed");
  const [p, sp, np] = [policy("p"), policy("sp"), policy("np")];
  const addresses = (name: string) => {
    const { valid, invalid } = parseReportAddresses(tagValue(list, name));
    for (const written of invalid) flaws.push({ code: "bad-value", text: `${name}=${written}` });
    return valid;
  };
  return {
    text,
    ...(p ? { p } : {}),
    ...(sp ? { sp } : {}),
    ...(np ? { np } : {}),
    void: list.errors.some(({ code }) => code === "repeated"),
    ...percentOf(tagValue(list, "pct")),
    unclear: !p || (has(list, "sp") && !sp) || (has(list, "np") && !np),
    psd: one("psd", ["y", "n", "u"] as const) ?? "u",
    testing: one("t", ["y", "n"]) === "y",
    adkim: mode("adkim"),
    aspf: mode("aspf"),
    rua: addresses("rua"),
    reporting: (tagValue(list, "rua") ?? "").split(",", 100).some(isUri),
    ruf: addresses("ruf"),
    removed: names(list).filter((name) => REMOVED.includes(name)),
    unknown: names(list).filter((name) => !REMOVED.includes(name) && !KNOWN.includes(name)),
    flaws,
  };
}

/** RFC 3986 section 3, as far as telling a URI from something else goes; the size that RFC 7489 allowed left out. */
const isUri = (written: string): boolean =>
  /^[a-z][a-z0-9+.-]{0,30}:(?:[a-z0-9._~:/?#[\]@$&'()*+;=-]|%[0-9a-f]{2})*$/i.test(
    trim(written).replace(/![0-9]+[kmgt]?$/i, ""),
  );

const percentOf = (value: string | undefined) =>
  value !== undefined && /^\d{1,3}$/.test(value) && Number(value) <= 100 ? { percent: Number(value) } : {};
const has = (list: TagList, name: string): boolean => tagValue(list, name) !== undefined;
const names = (list: TagList): string[] => list.tags.map(({ name }) => name.toLowerCase());
