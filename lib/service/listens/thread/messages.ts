import type { SentMessage } from "../../../checks/view.ts";
import type { Path } from "../../../listener/command.ts";
import type { KnownRecipient, Recipient, Session } from "../../../listener/desk.ts";
import type { ListenerOptions } from "../../../listener/listener.ts";

/** How the thread listens: what it needs no other thread for. */
export type ThreadOptions = Omit<ListenerOptions, "newId" | "onFault">;

/** What was read of a message. The message itself stays where it was read. */
export interface ReadMessage {
  readonly found: SentMessage;
  /** Its header as it is kept for a day. */
  readonly header: string;
}

/** A DNS answer as `node:dns` gives it, or its code. */
export type Looked = { readonly records: unknown } | { readonly code: string; readonly message: string };

/** What the thread that listens asks the one that started it: whatever is kept, and whatever leaves the machine. */
export interface Desk {
  readonly recipient: (path: Path) => Promise<Recipient>;
  readonly record: (recipient: KnownRecipient, session: Session) => Promise<void>;
  readonly left: (recipient: KnownRecipient, session: Session) => Promise<void>;
  readonly read: (recipient: KnownRecipient, session: Session, message: ReadMessage) => Promise<void>;
  /** A question that verifying a message takes; `reading` is one message, which may ask so many. */
  readonly lookUp: (reading: string, name: string, type: string) => Promise<Looked>;
}

/** To the thread that listens. */
export type Order =
  | { readonly kind: "answer"; readonly call: number; readonly value: unknown }
  | { readonly kind: "fault"; readonly call: number; readonly error: unknown }
  | { readonly kind: "close" };

/** From there. */
export type Word =
  | { readonly kind: "listening"; readonly port: number }
  | { readonly kind: "refused"; readonly code: string | undefined; readonly message: string }
  | { readonly kind: "ask"; readonly call: number; readonly what: keyof Desk; readonly values: readonly unknown[] }
  | { readonly kind: "fault"; readonly error: unknown }
  | { readonly kind: "closed" };
