import type { Socket } from "node:net";
import type { Handed } from "../quick-connections.ts";
import { STALLED_MS } from "../wire.ts";
import { movable, type Order, type Traffic, WINDOW, type Word } from "./messages.ts";

interface Passed {
  readonly socket: Socket;
  /** Octets that were passed on and not taken yet. */
  open: number;
  /** Octets that are missing of its only request, where it is known where that ends; below 0 there is more than one. */
  missing: number | undefined;
  readonly forget: () => void;
  code?: string;
}

/** Connections that the other thread's HTTP server answers: all that comes is passed on, all that is said is sent. */
export interface Passing {
  /** From here on; `read` has come already. */
  readonly pass: (socket: Socket, read: Handed) => void;
  readonly obey: (order: Traffic | Extract<Order, { kind: "close" | "answered" }>) => void;
}

/** `takeBack` gets those whose only request was answered. `stalledMs`: see `STALLED_MS`. */
export function createPassing(
  say: (word: Word, moved?: ArrayBuffer[]) => void,
  takeBack: (socket: Socket) => void,
  stalledMs = STALLED_MS,
): Passing {
  const passed = new Map<number, Passed>();
  let last = 0;

  return {
    pass(socket, { chunk: first, missing }) {
      const id = ++last;
      const listeners = {
        data(chunk: Buffer) {
          if (one.missing !== undefined) one.missing -= chunk.length;
          send(chunk);
        },
        end() {
          one.missing = undefined;
          say({ kind: "end", id });
        },
        timeout() {
          // Of how long a request takes to come, and an answer to be made, the HTTP server sees what there is to see.
          // Closed in peace, it would leave to the system to send what nobody takes.
          if (socket.writableLength > 0) socket.resetAndDestroy();
        },
        error(error: NodeJS.ErrnoException) {
          one.code = error.code ?? "ECONNRESET";
        },
        close() {
          passed.delete(id);
          say({ kind: "closed", id, code: one.code });
        },
      };
      const forget = () => {
        passed.delete(id);
        for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
      };
      const one: Passed = { socket, open: 0, missing, forget };
      const send = (chunk: Buffer) => {
        one.open += chunk.length;
        if (one.open >= WINDOW) socket.pause();
        const octets = movable(chunk);
        say({ kind: "data", id, octets }, [octets.buffer]);
      };
      passed.set(id, one);
      const { remoteAddress, remotePort, remoteFamily, localAddress, localPort } = socket;
      say({ kind: "open", id, peer: { remoteAddress, remotePort, remoteFamily, localAddress, localPort } });
      for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
      socket.setTimeout(stalledMs);
      if (first) send(first);
      if (one.open < WINDOW) socket.resume();
    },
    obey(order) {
      const one = passed.get(order.id);
      if (!one) return;
      const { socket } = one;
      switch (order.kind) {
        case "data": {
          const { octets } = order;
          const took = () => say({ kind: "took", id: order.id, count: octets.byteLength });
          return void socket.write(octets, took);
        }
        case "end":
          return void socket.end();
        case "took":
          one.open -= order.count;
          if (one.open < WINDOW) socket.resume();
          return;
        case "answered":
          if (one.missing !== 0 || socket.destroyed) return;
          one.forget();
          say({ kind: "closed", id: order.id, code: undefined });
          return takeBack(socket);
        case "close":
          if (order.abruptly) socket.destroy();
          else socket.destroySoon();
      }
    },
  };
}
