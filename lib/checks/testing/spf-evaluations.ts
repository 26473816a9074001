import type { SpfEvaluation, SpfResult } from "../facts/spf.ts";
import { ip } from "./facts.ts";

/** A short spelling of what check_host() said. */
export const evaluation = (result: SpfResult): SpfEvaluation => ({
  result,
  address: ip("203.0.113.10"),
  domain: "example.com",
  path: [],
  lookups: 0,
  voids: 0,
  unsettled: [],
  macros: [],
  root: { domain: "example.com", result, lookups: 0, terms: [] },
});
