import { createHash } from "node:crypto";
import {
  type Pool,
  type PresentedPool,
  poolJson,
  poolRowJson,
  poolSummaryJson,
  presentPool,
} from "../../checks/index.ts";
import { followPool } from "../../service/pools/follow-pool.ts";
import { type PoolReading, readPool } from "../../service/pools/read-pool.ts";
import { originOf } from "../headers.ts";
import { toJson } from "../json.ts";
import { ndjsonResponse } from "../ndjson.ts";
import { problem } from "../problem.ts";

/** A pool with its words, as this service's pages show it. */
export const presented = (id: string, pool: Pool, headers: Headers): PresentedPool =>
  presentPool(pool, { id, url: `${originOf(headers)}/pool/${id}`, now: Date.now() });

export const poolMissing = (reading: Exclude<PoolReading, { kind: "pool" }>): Response =>
  reading.kind === "gone" ? problem(reading.why) : problem("not-found");

/** A pool as programs get it, as it stands; a finished one has a tag to ask again by. */
export async function poolResponse(id: string, request: Request, init: ResponseInit = {}): Promise<Response> {
  const reading = await readPool(id);
  if (reading.kind !== "pool") return poolMissing(reading);
  const body = toJson(poolJson(presented(id, reading.pool, request.headers), originOf(request.headers)));
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json");
  headers.set("vary", "accept");
  if (reading.pool.state === "running") {
    headers.set("cache-control", "no-store");
    return new Response(body, { ...init, headers });
  }
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  headers.set("cache-control", "private, no-cache");
  headers.set("etag", tag);
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/\s*,\s*/);
  if (request.method === "GET" && known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { ...init, headers });
}

/** Rows as they are looked at, a line each, and at the end the pool. The reader may leave; the pool goes on. */
export const poolStream = (id: string, { headers }: Request, init: ResponseInit = {}): Response =>
  ndjsonResponse(lines(id, headers), init);

async function* lines(id: string, headers: Headers) {
  const origin = originOf(headers);
  const told = new Map<number, string>();
  const states = followPool(id);
  for (;;) {
    const { value, done } = await states.next();
    const pool = done ? (value.kind === "pool" ? value.pool : undefined) : value;
    if (!pool) return;
    const shown = presented(id, pool, headers);
    const { progress } = shown;
    const { state: _, ...summary } = poolSummaryJson(shown);
    for (const one of shown.rows) {
      if (one.status === "pending") continue;
      const row = poolRowJson(one, origin);
      // What it says of the others may change as they come; what was said last counts.
      const key = JSON.stringify([row.status, row.odd, row.ehlo, row.reasons]);
      if (told.get(one.index) === key) continue;
      told.set(one.index, key);
      yield { row, progress, ...summary };
    }
    if (!done) continue;
    yield { pool: poolJson(shown, origin) };
    return;
  }
}
