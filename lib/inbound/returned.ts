import type { DomainName } from "../checks/view.ts";
import { unfold } from "./message.ts";
import { publicName } from "./values.ts";

/** The domain in From of a message, or else of its Return-Path. */
export function fromOf(head: string): DomainName | undefined {
  const unfolded = unfold(head);
  for (const field of ["from", "return-path", "x-sender"]) {
    const value = new RegExp(`^${field}:[^\\n]{0,1000}`, "im").exec(unfolded)?.[0] ?? "";
    const name = publicName(/@([\w.-]{1,253})>?[^@]*$/.exec(value)?.[1]);
    if (name) return name;
  }
  return undefined;
}

/** As many DKIM selectors as one check is given. */
const MAX_SELECTORS = 5;

/** DKIM selectors in signatures (RFC 6376 section 3.5), each once. */
export function selectorsOf(head: string): readonly string[] {
  const signatures = [...unfold(head).matchAll(/^dkim-signature:([^\n]{0,4000})/gim)].map(([, tags = ""]) => tags);
  const selectors = signatures.flatMap(
    (tags) => /(?:^|;)\s*s\s*=\s*([\w.-]{1,63})/.exec(tags)?.[1]?.toLowerCase() ?? [],
  );
  return [...new Set(selectors)].slice(0, MAX_SELECTORS);
}
