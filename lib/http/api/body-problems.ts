import type { ProblemCode } from "../problem.ts";

/** What may be wrong with any request that brings a body, whatever the body is about. */
export const BODY_PROBLEMS = [
  "invalid-request",
  "cross-site",
  "too-large",
  "full-of-uploads",
  "unsupported-type",
] as const satisfies readonly ProblemCode[];
