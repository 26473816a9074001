import type { IpAddress } from "../address.ts";
import { resolvesTo } from "../derive/forward-confirmation.ts";
import type { EhloName } from "../findings/server-name.ts";
import { type Evidence, unanswered } from "../signal.ts";

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
