import { jsonResponse } from "../../lib/http/json.ts";
import { guarded } from "../../lib/http/problem.ts";
import { store } from "../../lib/service/store/current.ts";

export const dynamic = "force-dynamic";

/** For load balancers: we answer, and so does the store. */
export const GET = guarded(async () => {
  await (await store()).stateOf("");
  return jsonResponse({ status: "ok" }, { headers: { "cache-control": "no-store" } });
});
