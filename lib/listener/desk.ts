import type { Path } from "./command.ts";
import type { Seen } from "./seen.ts";

/** A recipient that was made to be sent to. */
export interface KnownRecipient {
  readonly kind: "known";
  readonly id: string;
  /** Where its page is. */
  readonly link: string;
  /** Whether the message is read, too. */
  readonly reads: boolean;
}

/** Who a recipient is. */
export type Recipient =
  | KnownRecipient
  /** One that was made here and has ended, or that nobody made. */
  | { readonly kind: "expired" | "unknown" }
  /** Another domain's. */
  | { readonly kind: "elsewhere" };

/** One session with one recipient; recorded again with more in it, it is the same. */
export interface Session {
  readonly id: string;
  readonly seen: Seen;
  /** What the recipient was answered. */
  readonly reply: string;
}

/** Whom a listener asks, and whom it tells. */
export interface Desk {
  readonly recipient: (path: Path) => Promise<Recipient>;
  /** Keeps a session. What is acknowledged can be read at the link. */
  readonly record: (recipient: KnownRecipient, session: Session) => Promise<void>;
  /** Keeps it as it ended. */
  readonly left: (recipient: KnownRecipient, session: Session) => Promise<void>;
  /** Reads a message and drops it. */
  readonly read: (recipient: KnownRecipient, session: Session, message: Buffer) => Promise<void>;
  /** A session that ended before it named a recipient, with TLS that failed. */
  readonly failed: (seen: Seen) => void;
  /** The last such failure of an address, a moment ago. */
  readonly failureOf: (address: Seen["address"]) => string | undefined;
}
