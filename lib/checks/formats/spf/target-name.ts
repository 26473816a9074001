import { asName, type DomainName } from "../../net/domain-name.ts";

const MAX_NAME = 253;
const MAX_LABEL = 63;

/**
 * The name to ask for, from the text a record (or the expansion of its macros) gives. Too long a name loses labels from
 * the left (RFC 7208 section 7.3). Undefined where no question can be composed of it: an empty or too long label.
 */
export function targetName(text: string): DomainName | undefined {
  const labels = text.replace(/\.$/, "").split(".");
  let length = labels.reduce((sum, label) => sum + label.length + 1, -1);
  let first = 0;
  for (; length > MAX_NAME && first < labels.length; first++) length -= (labels[first] ?? "").length + 1;
  const kept = labels.slice(first);
  if (kept.length === 0 || kept.some((label) => label === "" || label.length > MAX_LABEL)) return undefined;
  return asName(kept.map(spell).join("."));
}

/** Canonical spelling of one label, as the DNS client's decoder spells the names it reads. */
function spell(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9_/*-]/g, (char) => `\\${String(char.charCodeAt(0) & 0xff).padStart(3, "0")}`);
}

/** Whether a text can be the domain of an SPF check at all: two or more labels, none empty or too long (section 4.3). */
export function isCheckable(text: string): boolean {
  const labels = text.replace(/\.$/, "").split(".");
  return (
    labels.length >= 2 &&
    text.length <= MAX_NAME + 1 &&
    labels.every((label) => label.length >= 1 && label.length <= MAX_LABEL) &&
    !/[[\]]/.test(text)
  );
}
