import { prose, type Text } from "../../net/safe-text.ts";
import type { KeyRecord, RecordProblem } from "./key-record.ts";
import type { FoundSelector, SelectorState } from "./selector-state.ts";

/** Our words for what is found under a selector. */

const PROBLEMS: Readonly<Record<RecordProblem, string>> = {
  "no-equals": "a tag stands there without an equals sign, often a semicolon too many or a quote in the wrong place",
  "bad-name": "a tag has a name that cannot be one",
  repeated: "a tag stands there twice, which makes the whole record invalid",
  empty: "there is nothing between two semicolons",
  "capital-key": "its P= is a capital letter, and another tag than p=",
  "bad-version": "its version is not DKIM1, in just these letters",
  "version-not-first": "v=DKIM1 has to be the first tag",
  "no-key": "it holds no p= with a key",
  "unknown-type": "its key type in k= is none that verifiers know: rsa or ed25519, in small letters",
  "not-for-mail": "its s= does not let the key be used for mail",
  "no-sha256": "its h= leaves out sha256, the only hash that still counts",
  "bad-base64": "the key is not clean base64, often because a part of it was lost or a quote came along",
  "bad-key": "the key is cut off, or is none of its type",
};

/** The end of a sentence about a record that cannot be used. */
export const problemWords = (code: string | undefined): Text =>
  prose(PROBLEMS[code as RecordProblem] ?? "it cannot be read");

const STATES: Readonly<Record<SelectorState, string>> = {
  strong: "in order",
  ed25519: "in order",
  bare: "bare key",
  short: "short",
  weak: "too short",
  revoked: "revoked",
  unusable: "unusable",
  several: "several records",
  missing: "none",
  failed: "no answer",
};

export const stateWords = ({ state, record }: FoundSelector): string =>
  `${STATES[state]}${record?.testing ? ", testing" : ""}`;

export function keyWords(record: KeyRecord | undefined): string {
  if (!record) return "";
  if (!record.key) return record.revoked ? "" : record.type;
  if (record.key.type === "ed25519") return "Ed25519";
  return `RSA, ${record.key.bits} bits${record.key.bare ? ", bare" : ""}`;
}
