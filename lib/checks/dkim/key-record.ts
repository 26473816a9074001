import { parseTagList, type TagErrorCode, tagValue } from "../tag-list.ts";
import { type KeyProblem, type PublicKey, readPublicKey } from "./public-key.ts";

/** The syntax of DKIM key records (RFC 6376 section 3.6.1, RFC 8301, RFC 8463). Pure, and linear in the text. */

export type RecordProblem =
  | KeyProblem
  | Exclude<TagErrorCode, "empty">
  /** `v=` with something other than DKIM1. */
  | "bad-version"
  /** `v=DKIM1` stands behind another tag. */
  | "version-not-first"
  /** There is no `p=`. */
  | "no-key"
  /** `k=` names a type that RFC 6376 and RFC 8463 do not know. */
  | "unknown-type"
  /** `s=` leaves out `email` and `*`. */
  | "not-for-mail"
  /** `h=` leaves out sha256, and nothing else may be used any more (RFC 8301 section 3.1). */
  | "no-sha256";

export interface KeyRecord {
  readonly text: string;
  /** `k=`, lowercase; `rsa` unless given. */
  readonly type: string;
  /** Absent where the key is revoked or cannot be read. */
  readonly key?: PublicKey;
  /** `p=` is there and empty. */
  readonly revoked: boolean;
  /** `t=y`: the domain is testing DKIM. */
  readonly testing: boolean;
  /** `t=s`: the identity in `i=` may not be of a subdomain. */
  readonly strict: boolean;
  /** `n=`, words of the key's owner to whoever reads. */
  readonly note?: string;
  /** Each makes the key unusable. */
  readonly problems: readonly RecordProblem[];
}

/** Whether a TXT record is meant as a DKIM key, so that an SPF record behind a wildcard is not called a broken one. */
export function looksLikeKey(text: string): boolean {
  return /^\s{0,4}v\s{0,4}=\s{0,4}dkim/i.test(text) || /(?:^|;)\s{0,4}p\s{0,4}=/i.test(text);
}

/** Reads a key record. Never throws. */
export function parseKeyRecord(text: string): KeyRecord {
  const list = parseTagList(text);
  const problems: RecordProblem[] = [];
  // An empty piece between semicolons is against the grammar, and every verifier we know of reads on.
  for (const { code } of list.errors) if (code !== "empty" && !problems.includes(code)) problems.push(code);

  const version = tagValue(list, "v");
  if (version !== undefined && version !== "DKIM1") problems.push("bad-version");
  else if (version !== undefined && list.tags[0]?.name.toLowerCase() !== "v") problems.push("version-not-first");

  const services = listed(tagValue(list, "s"));
  if (services.length > 0 && !services.includes("*") && !services.includes("email")) problems.push("not-for-mail");
  const hashes = listed(tagValue(list, "h"));
  if (hashes.length > 0 && !hashes.includes("sha256")) problems.push("no-sha256");

  const type = tagValue(list, "k")?.toLowerCase() || "rsa";
  const value = tagValue(list, "p");
  const key =
    value === undefined
      ? "no-key"
      : value === ""
        ? undefined
        : type === "rsa" || type === "ed25519"
          ? readPublicKey(type, value)
          : "unknown-type";
  if (typeof key === "string") problems.push(key);

  const flags = listed(tagValue(list, "t"));
  const note = tagValue(list, "n");
  return {
    text,
    type,
    ...(typeof key === "object" ? { key } : {}),
    revoked: value === "",
    testing: flags.includes("y"),
    strict: flags.includes("s"),
    ...(note ? { note } : {}),
    problems,
  };
}

const listed = (value: string | undefined): string[] =>
  (value ?? "")
    .split(":")
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean);
