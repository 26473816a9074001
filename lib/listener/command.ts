import { textOf } from "./octets.ts";

/** A line read as a command: RFC 5321 section 4.1.1. */
export interface Command {
  /** In capitals. */
  readonly verb: string;
  /** What stands behind the verb and one space or tab, as it came. */
  readonly argument: Buffer;
}

const SPACE = 0x20;
const TAB = 0x09;
/** No verb of SMTP is longer. */
const MAX_VERB = 10;

export function parseCommand(octets: Buffer): Command {
  const space = octets.findIndex((octet) => octet === SPACE || octet === TAB);
  const end = space < 0 ? octets.length : space;
  return {
    verb: octets
      .subarray(0, Math.min(end, MAX_VERB + 1))
      .toString("latin1")
      .toUpperCase(),
    argument: octets.subarray(end + 1),
  };
}

const IMPERSONAL = /^(SIZE=\d{1,20}|BODY=\w{1,16}|SMTPUTF8|REQUIRETLS|RET=\w{1,4})$/i;

/** A path of MAIL or RCPT. */
export interface Path {
  /** Empty for `<>`. */
  readonly local: string;
  /** Lowercase; empty where there is none. */
  readonly domain: string;
  /** Those parameters behind the path that name nobody: `SIZE=1000`. */
  readonly parameters: string;
}

/**
 * Reads `FROM:<local@domain> SIZE=1` or `TO:…` (RFC 5321 sections 4.1.1.2, 4.1.2), without brackets and with a space
 * after the colon, too; a source route is left out. Undefined where it is none.
 */
export function parsePath(argument: Buffer, keyword: "FROM" | "TO"): Path | undefined {
  const text = textOf(argument);
  const [, inner, rest = ""] =
    new RegExp(`^${keyword}: {0,4}<((?:"(?:[^"\\\\]|\\\\.)*"|[^">])*)>(.*)$`, "is").exec(text) ??
    new RegExp(`^${keyword}: {0,4}([^\\s<>]+)(.*)$`, "is").exec(text) ??
    [];
  if (inner === undefined) return undefined;
  const address = inner.replace(/^@[^:]*:/, "");
  const at = address.lastIndexOf("@");
  return {
    local: unquoted(at < 0 ? address : address.slice(0, at)),
    domain: at < 0 ? "" : address.slice(at + 1).toLowerCase(),
    parameters: rest
      .split(/\s+/)
      .filter((one) => IMPERSONAL.test(one))
      .join(" "),
  };
}

/** `"a b"` and `a b` are one local part (RFC 5321 section 4.1.2): quotes are how it is written, no part of it. */
const unquoted = (local: string): string =>
  /^"(?:[^"\\]|\\.)*"$/s.test(local) ? local.slice(1, -1).replace(/\\(.)/gs, "$1") : local;
