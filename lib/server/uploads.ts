import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT } from "../http/headers.ts";
import { network } from "../service/limits.ts";

const MIB = 1024 * 1024;

/** No body that anything of ours takes is longer, in octets: 2 MB of text are up to 12 MB of JSON. */
export const LONGEST = 16 * MIB;
/** A body that is no longer finds room where long ones find none, in octets: whoever sends a form sends less. */
const SHORT = 64 * 1024;

/** The framework holds a body whole before a route sees any of it: so many octets of all together, and of one network. */
const ROOM = { all: 128 * MIB, each: 32 * MIB };

/** Whether there is room for what a request brings; it is kept until the request is answered, or its sender has left. */
export type Uploads = (
  request: Pick<IncomingMessage, "headers" | "socket">,
  response: Pick<ServerResponse, "once">,
) => boolean;

/**
 * Room for the bodies of requests. A body counts with the length that it announces before any of it has come; one that
 * comes in pieces, with the most that it can be. The last quarter is for short ones.
 */
export function createUploads({ all, each } = ROOM): Uploads {
  const taken = new Map<string, number>();
  let sum = 0;
  const take = (who: string, octets: number) => {
    sum += octets;
    const own = (taken.get(who) ?? 0) + octets;
    if (own > 0) taken.set(who, own);
    else taken.delete(who);
  };

  return (request, response) => {
    const octets = announced(request.headers);
    if (octets === 0) return true;
    const who = network(String(request.headers[CLIENT]));
    if ((taken.get(who) ?? 0) + octets > each) return false;
    if (sum + octets > (octets > SHORT ? all * 0.75 : all)) return false;
    take(who, octets);
    const { socket } = request;
    let isOver = false;
    const release = () => {
      socket.off("close", release);
      if (!isOver) take(who, -octets);
      isOver = true;
    };
    response.once("close", release);
    // An answer that waits for the one before it is never told that its reader has left.
    socket.once("close", release);
    return true;
  };
}

const announced = (headers: IncomingMessage["headers"]): number =>
  headers["transfer-encoding"] === undefined ? Number(headers["content-length"] ?? 0) : LONGEST;
