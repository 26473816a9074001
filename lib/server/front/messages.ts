import type { Env } from "../../service/env.ts";
import type { Kept } from "../kept-answer.ts";
import type { Wire } from "../wire.ts";

/** What the thread in front is started with: numbers that both threads see at once, by `Cell`. */
export interface FrontData {
  readonly cells: SharedArrayBuffer;
}

/** What it is told before its port is opened. */
export interface FrontOptions {
  readonly settings: Pick<Env, "publicUrl" | "trustedProxies">;
}

/** The answer to who would start a check where there is no place, by path. */
export type Refusals = ReadonlyMap<string, Wire>;

/** Where each number is. */
export const Cell = {
  /** How many could still get a place for a check or wait for one, and how often that has changed. */
  room: 0,
  roomChanges: 1,
  /** How often a report was gone, or all that was believed is to be asked again. */
  forgotten: 2,
  /** Pages that were answered in front, and checks that were refused there, since they were last counted. */
  pages: 3,
  refusals: 4,
} as const;
export const CELLS = Object.keys(Cell).length;

/** What happens on a connection that was passed on. `id` is its own; octets are moved, not copied. */
export type Traffic =
  | { readonly kind: "data"; readonly id: number; readonly octets: Uint8Array }
  /** No more comes from this side. */
  | { readonly kind: "end"; readonly id: number }
  /** So many octets of the other side were taken: it may send as many more. */
  | { readonly kind: "took"; readonly id: number; readonly count: number };

/** To the thread in front. */
export type Order =
  | Traffic
  | ({ readonly kind: "listen"; readonly port: number } & FrontOptions)
  | { readonly kind: "refuse"; readonly refusals: Refusals }
  | { readonly kind: "keep"; readonly key: string; readonly page: Kept; readonly until: number }
  /** Until when it may be believed that this report is finished and there, in milliseconds since 1970. */
  | { readonly kind: "believe"; readonly report: string; readonly until: number }
  /** It is gone; without one, whatever was believed is to be asked again. */
  | { readonly kind: "forget"; readonly report: string | undefined }
  /** What was asked on this connection so far is answered, and all of that on its way. */
  | { readonly kind: "answered"; readonly id: number }
  /** The connection ends: at once, or when all is sent. */
  | { readonly kind: "close"; readonly id: number; readonly abruptly: boolean }
  /** What was kept for this path says something else now. */
  | { readonly kind: "drop"; readonly path: string }
  | { readonly kind: "stop" }
  | { readonly kind: "close-idle" };

/** From there. */
export type Word =
  | Traffic
  | { readonly kind: "listening"; readonly port: number }
  | { readonly kind: "refused"; readonly code: string | undefined; readonly message: string }
  | { readonly kind: "open"; readonly id: number; readonly peer: Peer }
  | { readonly kind: "closed"; readonly id: number; readonly code: string | undefined }
  /** Whether this report is still there is to be asked: it was believed for some time. */
  | { readonly kind: "doubt"; readonly report: string }
  /** Pages were read at this origin. */
  | { readonly kind: "used"; readonly origin: string };

/** Who is at the other end of a connection. */
export interface Peer {
  readonly remoteAddress: string | undefined;
  readonly remotePort: number | undefined;
  readonly remoteFamily: string | undefined;
  readonly localAddress: string | undefined;
  readonly localPort: number | undefined;
}

/** Octets on their way that the other side has not taken yet, per connection; more of them wait here. */
export const WINDOW = 256 * 1024;

/** Octets that can be moved to another thread: those that share their memory with others are copied first. */
export const movable = (octets: Uint8Array): Uint8Array<ArrayBuffer> =>
  octets.buffer instanceof ArrayBuffer && octets.byteLength === octets.buffer.byteLength
    ? (octets as Uint8Array<ArrayBuffer>)
    : new Uint8Array(octets);
