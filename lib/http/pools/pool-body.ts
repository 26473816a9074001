import {
  type Pool,
  type PresentedPool,
  poolJson,
  poolRowJson,
  poolSummaryJson,
  presentPool,
} from "../../checks/index.ts";
import { followPool } from "../../service/pools/follow-pool.ts";
import { readPool } from "../../service/pools/read-pool.ts";
import { originOf } from "../headers.ts";
import { ndjsonResponse } from "../ndjson.ts";
import { missing } from "../problem.ts";
import { taggedJson } from "../tagged-json.ts";

/** A pool with its words, as this service's pages show it. */
export const presented = (id: string, pool: Pool, headers: Headers): PresentedPool =>
  presentPool(pool, { id, url: `${originOf(headers)}/pool/${id}`, now: Date.now() });

/** A pool as programs get it, as it stands; a finished one has a tag to ask again by. */
export async function poolResponse(id: string, request: Request, init: ResponseInit = {}): Promise<Response> {
  const reading = await readPool(id);
  if (reading.kind !== "pool") return missing(reading);
  const { pool } = reading;
  const body = poolJson(presented(id, pool, request.headers), originOf(request.headers));
  return taggedJson(body, request, { running: pool.state === "running", init });
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
