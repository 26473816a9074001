import type { Socket } from "node:net";
import { movable, type Order, type Traffic, WINDOW, type Word } from "./messages.ts";

interface Passed {
  readonly socket: Socket;
  /** Octets that were passed on and not taken yet. */
  open: number;
  code?: string;
}

/** Connections that the other thread's HTTP server answers: all that comes is passed on, all that is said is sent. */
export interface Passing {
  /** From here on; `read` has come already. */
  readonly pass: (socket: Socket, read: Buffer | undefined) => void;
  readonly obey: (order: Traffic | Extract<Order, { kind: "close" }>) => void;
}

export function createPassing(say: (word: Word, moved?: ArrayBuffer[]) => void): Passing {
  const passed = new Map<number, Passed>();
  let last = 0;

  return {
    pass(socket, read) {
      const id = ++last;
      const one: Passed = { socket, open: 0 };
      passed.set(id, one);
      const { remoteAddress, remotePort, remoteFamily, localAddress, localPort } = socket;
      say({ kind: "open", id, peer: { remoteAddress, remotePort, remoteFamily, localAddress, localPort } });
      const send = (chunk: Buffer) => {
        one.open += chunk.length;
        if (one.open >= WINDOW) socket.pause();
        const octets = movable(chunk);
        say({ kind: "data", id, octets }, [octets.buffer]);
      };
      socket.on("data", send);
      socket.on("end", () => say({ kind: "end", id }));
      socket.on("error", (error: NodeJS.ErrnoException) => {
        one.code = error.code ?? "ECONNRESET";
      });
      socket.on("close", () => {
        passed.delete(id);
        say({ kind: "closed", id, code: one.code });
      });
      if (read) send(read);
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
        case "close":
          if (order.abruptly) socket.destroy();
          else socket.destroySoon();
      }
    },
  };
}
