import type { Path } from "../../../listener/command.ts";
import type { KnownRecipient, Recipient, Session } from "../../../listener/desk.ts";
import type { ListenerOptions } from "../../../listener/listener.ts";
import type { Seen } from "../../../listener/seen.ts";
import type { HeldMessage } from "../listens.ts";

/** How the thread listens: what it needs no other thread for. */
export type ThreadOptions = Omit<ListenerOptions, "newId" | "onFault">;

/** What the thread that listens asks the one that started it: whatever is kept, and whatever asks others. */
export interface Desk {
  readonly recipient: (path: Path) => Promise<Recipient>;
  readonly record: (recipient: KnownRecipient, session: Session) => Promise<void>;
  readonly left: (recipient: KnownRecipient, session: Session) => Promise<void>;
  readonly read: (recipient: KnownRecipient, session: Session, message: HeldMessage) => Promise<void>;
  /** Has a message verified that came in this session. It is kept nowhere. */
  readonly verify: (message: Uint8Array, seen: Seen) => Promise<HeldMessage>;
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
