import { prose, type Text } from "../../net/safe-text.ts";
import type { KeyRecord, RecordProblem } from "./key-record.ts";
import type { FoundSelector, SelectorState } from "./selector-state.ts";

/** Our words for what is found under a selector. */

const PROBLEMS: Readonly<Record<RecordProblem, string>> = {
  "no-equals": "a tag has no equals sign, often because of an extra semicolon or a misplaced quote",
  "bad-name": "a tag name is not valid",
  repeated: "a tag occurs twice, which makes the whole record invalid",
  empty: "there is nothing between two semicolons",
  "capital-key": "its P= is uppercase, which is a different tag from p=",
  "bad-version": "its version is not exactly DKIM1",
  "version-not-first": "v=DKIM1 has to be the first tag",
  "no-key": "it has no p= with a key",
  "unknown-type": "its key type in k= is not rsa or ed25519 (lowercase)",
  "not-for-mail": "its s= does not allow the key to be used for mail",
  "no-sha256": "its h= does not include sha256, the only hash still in use",
  "bad-base64": "the key is not valid base64, often because a part is missing or a quote was copied along",
  "bad-key": "the key is truncated, or not of its type",
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
