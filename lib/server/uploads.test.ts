import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { CLIENT } from "../http/headers.ts";
import { createUploads, LONGEST, type Uploads } from "./uploads.ts";

const SHORT = 1000;
let uploads: Uploads;
beforeEach(() => {
  uploads = createUploads({ all: 4 * LONGEST, each: 2 * LONGEST });
});

/** A request from this client with these fields: whether it is let in, and its two ways to end. */
function come(client: string, fields: Record<string, string>) {
  const [socket, response] = [new EventEmitter(), new EventEmitter()];
  const headers = { ...fields, [CLIENT]: client };
  const isIn = uploads({ headers, socket: socket as IncomingMessage["socket"] }, response as never);
  return { isIn, answered: () => response.emit("close"), left: () => socket.emit("close"), socket };
}
const long = { "content-length": String(LONGEST) };
const short = { "content-length": String(SHORT) };
const pieces = { "transfer-encoding": "chunked" };

test("a network has its share, whatever its addresses, and others have theirs", () => {
  expect(come("203.0.113.1", long).isIn).toBe(true);
  expect(come("203.0.113.200", long).isIn).toBe(true);
  expect(come("203.0.113.77", short).isIn).toBe(false);
  expect(come("2001:db8::1", long).isIn).toBe(true);
});

test("what all bring together has a limit, and short bodies still find room where long ones do not", () => {
  const come4 = ["203.0.113.1", "198.51.100.1", "192.0.2.1", "2001:db8::1"].map((client) => come(client, long).isIn);
  expect(come4).toEqual([true, true, true, false]);
  expect(come("2001:db8::1", short).isIn).toBe(true);
});

test("a body in pieces counts as the longest there is, and no body for nothing", () => {
  expect([1, 2, 3].map(() => come("203.0.113.1", pieces).isIn)).toEqual([true, true, false]);
  expect(come("203.0.113.1", {}).isIn).toBe(true);
  expect(come("203.0.113.1", { "content-length": "0" }).isIn).toBe(true);
});

test.each(["answered", "left"] as const)("there is room again, once, when a request is over: %s", (end) => {
  const first = come("203.0.113.1", long);
  come("203.0.113.1", long);
  expect(come("203.0.113.1", long).isIn).toBe(false);
  first[end]();
  first.answered();
  first.left();
  expect(come("203.0.113.1", long).isIn).toBe(true);
  expect(come("203.0.113.1", long).isIn).toBe(false);
});

test("many requests on one connection leave nothing behind on it", () => {
  const { socket, answered } = come("203.0.113.1", short);
  answered();
  expect(socket.listenerCount("close")).toBe(0);
});
