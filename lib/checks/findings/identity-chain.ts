import type { IpAddress } from "../net/address.ts";
import type { NameState } from "./forward-confirmation.ts";

/** One box of the chain: what stands in it, and the signal whose verdict it shows. It has no opinion of its own. */
export interface ChainLink {
  /** The name or address in the box, or which hanger it is; empty where there is none. */
  readonly label: string;
  readonly signal: string;
  /** Beside it, as observed: the name said in EHLO, the names of the certificate, the result of SPF. */
  readonly detail?: string;
  /** For a PTR name: where it resolves to. */
  readonly state?: NameState;
}

/** The identity chain as geometry: address → PTR names → addresses → back, and what is known under the name. */
export interface IdentityChain {
  readonly address: IpAddress;
  /** PTR names, at most three, those first that resolve back. */
  readonly names: readonly ChainLink[];
  /** Where the first name resolves to, at most three addresses. */
  readonly addresses: readonly ChainLink[];
  /** The signals that the edges show: to the names, from there to addresses, and back. */
  readonly edges: { readonly ptr: string; readonly forward: string; readonly back: string };
  readonly hangers: readonly ChainLink[];
}
