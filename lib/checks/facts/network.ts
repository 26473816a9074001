import type { FailedLookup } from "./lookup.ts";

/** The network an address is in, as two independent sources tell it. Neither of them decides anything. */
export interface Network {
  readonly origin: Origin;
  readonly registration: Registration;
}

/** Who announces the address to the internet, by Team Cymru's DNS zones. */
export type Origin =
  | {
      readonly kind: "announced";
      /** The origin AS; several where the prefix has more than one. */
      readonly asns: readonly number[];
      /** The most specific prefix, as CIDR text. */
      readonly prefix: string;
      /** The country the registry has for the prefix, two letters. */
      readonly country?: string;
      /** The name of the first AS, where that question was answered. */
      readonly asName?: string;
    }
  | { readonly kind: "not-announced" }
  | { readonly kind: "failed"; readonly lookup: FailedLookup };

/** Who holds the address, by the registry's RDAP service (RFC 9083). All of it is text that strangers wrote. */
export type Registration =
  | {
      readonly kind: "registered";
      /** The organisation the block is registered to, or the block's own name where that is all there is. */
      readonly holder?: string;
      /** The mailbox for complaints. */
      readonly abuse?: string;
      /** First and last address of the block. */
      readonly range?: string;
      readonly country?: string;
      /** The service that answered. */
      readonly source: string;
    }
  | { readonly kind: "failed"; readonly why: string; readonly source: string };
