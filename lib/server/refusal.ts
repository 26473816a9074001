import { plainPage, START_PAGE } from "../http/plain-page.ts";
import { type ProblemCode, problem } from "../http/problem.ts";
import type { RequestTarget } from "./request-target.ts";

const CODES = { 400: "invalid-request", 404: "not-found", 405: "method-not-allowed" } as const satisfies Record<
  number,
  ProblemCode
>;
const SENTENCES = {
  400: "This address cannot be read. Part of it may have been lost when it was copied.",
  404: "There is nothing at this address.",
  405: "This address cannot be asked in that way.",
};

/** The answer to a request that gets no further than its first line. */
export function refuse(target: Exclude<RequestTarget, { kind: "ok" }>): Response {
  switch (target.kind) {
    case "options":
      return new Response(null, { status: 204, headers: { allow: target.allow.join(", ") } });
    case "elsewhere":
      return new Response(null, { status: 308, headers: { location: target.location } });
    case "refused": {
      const { status, audience, allow } = target;
      const headers = new Headers(allow ? { allow: allow.join(", ") } : {});
      if (audience === "people") return plainPage(SENTENCES[status], START_PAGE, { status, headers });
      return problem(CODES[status], { detail: SENTENCES[status], headers });
    }
  }
}
