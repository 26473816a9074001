import { exactTagValue, parseTagList, type TagErrorCode, tagValue, trim } from "../tag-list.ts";
import { type KeyProblem, type PublicKey, readPublicKey } from "./public-key.ts";

/** The syntax of DKIM key records (RFC 6376 section 3.6.1, RFC 8301, RFC 8463). Pure, and linear in the text. */

export type RecordProblem =
  | KeyProblem
  | TagErrorCode
  /** `v=` with something other than DKIM1, in just these letters. */
  | "bad-version"
  /** No longer used: `versionLate` says so without making the record unusable. */
  | "version-not-first"
  /** There is no `p=`. */
  | "no-key"
  /** A tag stands there in capitals; `P=` is another tag than `p=` (RFC 6376 section 3.2). */
  | "capital-key"
  /** `k=` names a type that RFC 6376 and RFC 8463 do not know, in just these letters, or none at all. */
  | "unknown-type"
  /** `s=` leaves out `email` and `*`. */
  | "not-for-mail"
  /** `h=` leaves out sha256, and nothing else may be used any more (RFC 8301 section 3.1). */
  | "no-sha256";

export interface KeyRecord {
  readonly text: string;
  /** `k=`; `rsa` unless given. */
  readonly type: string;
  /** Absent where the key is revoked or cannot be read. */
  readonly key?: PublicKey;
  /** `p=` is there and empty. */
  readonly revoked: boolean;
  /** `t=y`: the domain is testing DKIM. */
  readonly testing: boolean;
  /** `t=s`: the identity in `i=` may not be of a subdomain. */
  readonly strict: boolean;
  /** `v=DKIM1` stands behind another tag, where RFC 6376 does not want it and verifiers read it all the same. */
  readonly versionLate: boolean;
  /** `n=`, words of the key's owner to whoever reads. */
  readonly note?: string;
  /** Each makes the key unusable. */
  readonly problems: readonly RecordProblem[];
}

/** Whether a TXT record is meant as a DKIM key, so that an SPF record behind a wildcard is not called a broken one. */
export function looksLikeKey(text: string): boolean {
  return /^\s{0,4}v\s{0,4}=\s{0,4}dkim/i.test(text) || /(?:^|;)\s{0,4}p\s{0,4}=/i.test(text);
}

/** Reads a key record. Never throws. Names and values are read in the case they are written in (RFC 6376 section 3.2). */
export function parseKeyRecord(text: string): KeyRecord {
  const list = parseTagList(text, { caseSensitive: true });
  const problems: RecordProblem[] = [];
  for (const { code } of list.errors) if (!problems.includes(code)) problems.push(code);

  const version = exactTagValue(list, "v");
  if (version !== undefined && version !== "DKIM1") problems.push("bad-version");

  const services = listed(exactTagValue(list, "s"));
  if (services.length > 0 && !services.includes("*") && !services.includes("email")) problems.push("not-for-mail");
  const hashes = listed(exactTagValue(list, "h"));
  if (hashes.length > 0 && !hashes.includes("sha256")) problems.push("no-sha256");

  const type = exactTagValue(list, "k") ?? "rsa";
  const value = exactTagValue(list, "p");
  const key =
    value === undefined
      ? tagValue(list, "p") === undefined
        ? "no-key"
        : "capital-key"
      : value === ""
        ? undefined
        : type === "rsa" || type === "ed25519"
          ? readPublicKey(type, value)
          : "unknown-type";
  if (typeof key === "string") problems.push(key);

  const flags = listed(exactTagValue(list, "t"));
  const note = exactTagValue(list, "n");
  return {
    text,
    type,
    ...(typeof key === "object" ? { key } : {}),
    revoked: value === "",
    testing: flags.includes("y"),
    strict: flags.includes("s"),
    versionLate: version === "DKIM1" && list.tags[0]?.name !== "v",
    ...(note ? { note } : {}),
    problems,
  };
}

const listed = (value: string | undefined): string[] => (value ?? "").split(":").map(trim).filter(Boolean);
