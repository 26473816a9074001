import type { DkimKeys, DkimSelector } from "../../facts/dkim.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { type KeyRecord, looksLikeKey, parseKeyRecord } from "./key-record.ts";

/** What a verifier makes of one selector. */
export type SelectorState =
  | "strong"
  /** Ed25519: as strong, but not every verifier knows it (RFC 8463). */
  | "ed25519"
  /** A bare RSAPublicKey of 1024 bits or more: Mail::DKIM and OpenDKIM cannot read it, others do. */
  | "bare"
  /** RSA of 1024 to 2047 bits: signers should use 2048 (RFC 8301 section 3.2). */
  | "short"
  /** RSA of less than 1024 bits: verifiers count such a signature as none. */
  | "weak"
  | "revoked"
  /** A record with a fault that keeps verifiers from using it. */
  | "unusable"
  /** More than one TXT record: which one verifiers take is undefined (RFC 6376 section 3.6.2.2). */
  | "several"
  /** Nothing there, or text that is no key. */
  | "missing"
  | "failed";

export interface FoundSelector {
  readonly selector: string;
  readonly given: boolean;
  readonly state: SelectorState;
  readonly record?: KeyRecord;
  /** The end of its aliases. */
  readonly leadsTo?: DomainName;
}

/** Reads every selector. Where the control has an answer, a guess with the same answer is no key of its own. */
export function readSelectors({ selectors, control }: DkimKeys): FoundSelector[] {
  const everywhere = control.kind === "answer" ? control.records : [];
  return selectors.map((each) => {
    const wild = !each.given && keysIn(each).every((text) => everywhere.includes(text));
    const read = wild && each.lookup.kind === "answer" ? { state: "missing" as const } : stateOf(each);
    const leadsTo = each.lookup.kind === "answer" ? each.lookup.aliases.at(-1) : undefined;
    return { selector: each.selector, given: each.given, ...read, ...(leadsTo ? { leadsTo } : {}) };
  });
}

const keysIn = ({ lookup }: DkimSelector): readonly string[] =>
  lookup.kind === "answer" ? lookup.records.filter(looksLikeKey) : [];

function stateOf(selector: DkimSelector): { state: SelectorState; record?: KeyRecord } {
  if (selector.lookup.kind === "failed") return { state: "failed" };
  const [text] = keysIn(selector);
  if (text === undefined) return { state: "missing" };
  const record = parseKeyRecord(text);
  // Whatever the others say: a verifier may get any of them, and the lost half of a key is one of them.
  if (selector.lookup.kind === "answer" && selector.lookup.records.length > 1) return { state: "several", record };
  return { state: strength(record), record };
}

function strength({ problems, revoked, key }: KeyRecord): SelectorState {
  if (problems.length > 0) return "unusable";
  if (revoked || !key) return "revoked";
  if (key.type === "ed25519") return "ed25519";
  if (key.bare && key.bits >= 1024) return "bare";
  return key.bits < 1024 ? "weak" : key.bits < 2048 ? "short" : "strong";
}
