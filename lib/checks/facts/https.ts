import type { IpAddress } from "../net/address.ts";
import type { FailedLookup } from "./lookup.ts";

/** What one HTTPS request told us. Redirects are not followed. */
export type HttpsExchange =
  | {
      readonly kind: "response";
      readonly address: IpAddress;
      readonly status: number;
      /** The media type, lowercase, without its parameters. */
      readonly mediaType?: string;
      /** Where it sends us on to, as written. */
      readonly location?: string;
      /** At most as many octets as were asked for, one JavaScript character (0 to 255) per octet. */
      readonly body: string;
      /** There was more. */
      readonly cut: boolean;
    }
  /** The host has no address. */
  | { readonly kind: "no-address" }
  /** Every address is one that the guard forbids. */
  | { readonly kind: "forbidden"; readonly what: string }
  /** The connection was turned down. */
  | { readonly kind: "closed"; readonly address: IpAddress }
  /** The certificate does not hold for the host, or the handshake failed; `detail` is OpenSSL's or Node's code. */
  | { readonly kind: "tls"; readonly address: IpAddress; readonly detail: string }
  /** What came back is no HTTP. */
  | { readonly kind: "not-http"; readonly address: IpAddress; readonly detail: string }
  /** Our own ignorance: a question without an answer, silence, no route; `limit` is our own limit of connections. */
  | { readonly kind: "failed"; readonly why: string; readonly lookup?: FailedLookup };
