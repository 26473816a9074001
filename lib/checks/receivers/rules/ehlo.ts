import { type Evidence, unanswered } from "../../define/signal.ts";
import { resolvesTo } from "../../derive/forward-confirmation.ts";
import type { EhloElsewhere } from "../../facts/facts.ts";
import type { EhloName } from "../../findings/server-name.ts";
import type { IpAddress } from "../../net/address.ts";

/** The EHLO name as evidence, with where it comes from, where it resolves to, and the question that got no answer. */
export function ehloEvidence(ehlo: EhloName | undefined): Evidence {
  if (!ehlo) return {};
  const { text, origin, addresses } = ehlo;
  return {
    ehlo: [text],
    // A permanent code in stored reports: `told` is what the reader claims.
    origin: [origin === "claimed" ? "told" : "answered"],
    ...(addresses?.kind === "answer" ? { ehloLeads: addresses.records.slice(0, 3) } : {}),
    ...(addresses?.kind === "failed" ? unanswered(addresses).evidence : {}),
  };
}

/** Whether the EHLO name has this address among its own. */
export const ehloResolvesTo = ({ addresses }: EhloName, address: IpAddress): boolean => resolvesTo(addresses, address);

/**
 * What there is at an EHLO name without an address of the server's family, for scoring receivers that ask for more. What
 * they make of a null MX is not known.
 */
export function besidesAddress(elsewhere: EhloElsewhere | undefined): "other-family" | "mx" | "none" | "unknown" {
  if (!elsewhere) return "unknown";
  const { otherFamily, mx } = elsewhere;
  if (otherFamily.kind === "answer") return "other-family";
  if (mx.kind === "answer") return mx.records.some(({ exchange }) => exchange !== ".") ? "mx" : "unknown";
  return otherFamily.kind === "failed" || mx.kind === "failed" ? "unknown" : "none";
}
