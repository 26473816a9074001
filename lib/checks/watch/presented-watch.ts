import type { Status } from "../define/signal.ts";
import type { Text } from "../net/safe-text.ts";
import type { Clock } from "./clocks.ts";
import type { Until } from "./until.ts";

/** What became of the message about an event; absent where there is none. */
export type Told = "open" | "delivered" | "failed";

/** One line of what a watch has seen. Times are ISO 8601 throughout. */
export interface PresentedEvent {
  /** Counted from 1. */
  readonly n: number;
  readonly at: string;
  /** A permanent code. */
  readonly outcome: string;
  readonly status: Status;
  readonly says: Text;
  /** With this one, what was waited for was so for the first time. */
  readonly met: boolean;
  /** The id of the report that was made of it. */
  readonly report?: string;
  readonly told?: Told;
}

/** A watch with its words: what its page, the API, its feed and its messages are made of. */
export interface PresentedWatch {
  readonly id: string;
  readonly url: string;
  readonly feed: string;
  /** The target's canonical text. */
  readonly target: string;
  /** The same target with its options, as a query. */
  readonly query: string;
  readonly title: string;
  readonly until: Until;
  readonly state: "waiting" | "met" | "expired" | "stopped";
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly metAt?: string;
  /** Absent once it looks no more. */
  readonly nextAt?: string;
  /** The first event first. */
  readonly events: readonly PresentedEvent[];
  readonly clocks: readonly Clock[];
  /** Where messages go, by its host alone: the rest of the address may be a secret. */
  readonly webhook?: { readonly host: string; readonly note?: string };
}
