import type { APIRequestContext } from "@playwright/test";
import { expect } from "./test.ts";

/** Three addresses behind one NAT: two that match, and one that still has its provider's name. */
export const POOL: readonly string[] = ["203.0.113.140", "203.0.113.141", "203.0.113.142"];
export const [FITS, , ODD] = POOL as [string, string, string];

/** The path of a pool that has just been started. */
export async function startPool(request: APIRequestContext, targets: readonly string[]): Promise<string> {
  const answer = await request.post("/api/v1/pools", { data: { targets, from: "example.com" } });
  expect(answer.status()).toBe(202);
  return `/pool/${(await answer.json()).id}`;
}

/** The path of a finished pool. */
export async function makePool(request: APIRequestContext, targets: readonly string[]): Promise<string> {
  const path = await startPool(request, targets);
  await expect
    .poll(async () => (await (await request.get(`/api/v1/pools/${path.slice(6)}`)).json()).state)
    .toBe("done");
  return path;
}
