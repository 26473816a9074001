import type { FailedLookup } from "../facts/lookup.ts";
import type { DomainName } from "../net/domain-name.ts";

/** Whether the address is one from which a service sends for many customers. */
export type SharedSenderFinding =
  | { readonly kind: "shared"; readonly id: string; readonly name: DomainName }
  | { readonly kind: "none" }
  /** An answer that it depends on is missing. */
  | { readonly kind: "open"; readonly lookup: FailedLookup };
