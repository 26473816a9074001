import type { IpAddress } from "../checks/view.ts";
import type { Line } from "./line-reader.ts";
import type { Share } from "./room.ts";

/** Why nothing more comes: the client left, or a cap of ours was reached. */
export type Ending = "closed" | "time" | "size";

/** What TLS came to, as the client did it. */
export type TlsOutcome =
  | { readonly kind: "established"; readonly version: string; readonly cipher: string; readonly serverName?: string }
  | { readonly kind: "failed"; readonly why: string };

/** A message after DATA, dots unstuffed (RFC 5321 section 4.5.2), or why there is none. */
export type DataReading = { readonly message: Buffer } | { readonly ending: Ending } | "too-long" | "no-room";

/** One connection as a session sees it, so that sessions can be tested without a network. */
export interface Wire {
  readonly address: IpAddress;
  readonly port: number;
  /** The next line, or that none comes. */
  readonly line: () => Promise<Line | Ending>;
  /** Whether octets have come that nobody has asked for yet. */
  readonly hasMore: () => boolean;
  /** Waits for as long, or until the client sends something. */
  readonly pause: (ms: number) => Promise<void>;
  readonly say: (text: string) => void;
  /** Throws away what came before it in the clear, then takes the client's side of the handshake. */
  readonly startTls: () => Promise<TlsOutcome>;
  /** Reads a message of at most so many octets into its share of the room for messages. */
  readonly data: (max: number, share: Share) => Promise<DataReading>;
}
