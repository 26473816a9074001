import { log } from "../service/log.ts";
import type { Missing } from "../service/missing.ts";
import { isUnavailable } from "../service/store/unavailable.ts";
import { REQUEST_ID } from "./headers.ts";
import { jsonResponse } from "./json.ts";
import { type Link, plainPage, START_PAGE } from "./plain-page.ts";
import { UploadAborted } from "./request-body.ts";

/** What can go wrong for a program that talks to us: codes stay, words may improve (RFC 9457). */
const PROBLEMS = {
  "invalid-request": [400, "The request could not be read."],
  "cross-site": [403, "This can only be asked for from the service's own pages."],
  "cancel-forbidden": [403, "That is not the token of whoever started this."],
  "delete-forbidden": [403, "Only the token of whoever made it deletes it."],
  "watch-forbidden": [403, "Only its maker's token stops or renews a watch."],
  "not-found": [404, "There is nothing here."],
  "method-not-allowed": [405, "This cannot be done here."],
  "not-running": [409, "This is over already."],
  "watch-over": [409, "This watch was stopped by its maker: start another one."],
  "others-wait": [409, "Somebody else waits for this check, too."],
  deleted: [410, "This was deleted by its maker."],
  expired: [410, "This was kept for as long as this service keeps reports, and is gone."],
  "watch-gone": [410, "This watch ended some time ago and is no longer kept."],
  "too-large": [413, "The request is too large."],
  "unsupported-type": [415, "The request has to be JSON, with Content-Type: application/json."],
  "invalid-target": [422, "This cannot be checked."],
  "invalid-watch": [422, "This cannot be watched."],
  "invalid-expectation": [422, "No server can be expected like this."],
  "too-fast": [429, "That is more checks than one network may start in a minute."],
  "too-many": [429, "One network may have only so many checks running at once."],
  "too-many-watches": [429, "One network may have only so many watches running at once."],
  internal: [500, "Something went wrong on our side."],
  "no-listener": [501, "This service does not listen for mail servers: its operator has not set that up."],
  unavailable: [503, "Nothing new can be kept at the moment; what is there can be read."],
  unreachable: [503, "The instance that runs this check does not answer. The check may go on."],
  full: [503, "As many checks are running as we can do at once."],
  "full-of-watches": [503, "As many watches are running as this service takes."],
  "full-of-uploads": [503, "As much is being sent to this service as it takes at once."],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;
export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export const problemStatus = (code: ProblemCode): number => PROBLEMS[code][0];
export const problemTitle = (code: ProblemCode): string => PROBLEMS[code][1];

/** An answer that says what is wrong. `detail` and `more` are for this occurrence alone. */
export function problem(
  code: ProblemCode,
  {
    headers,
    ...more
  }: { readonly detail?: string; readonly headers?: HeadersInit; readonly [key: string]: unknown } = {},
): Response {
  const status = problemStatus(code);
  const body = { type: `/api#${code}`, code, title: problemTitle(code), status, ...more };
  const response = jsonResponse(body, headers ? { status, headers } : { status });
  response.headers.set("content-type", "application/problem+json");
  response.headers.set("cache-control", "no-store");
  return response;
}

/** What was read under an id where there is nothing to show of it: it may have been there a moment ago. */
type Unshown = Missing | { readonly kind: "report" | "pool" | "plan" | "log" };

/** The answer where there is nothing to read under an id: to programs. */
export const missing = (reading: Unshown): Response => problem(codeOf(reading));

/** The same to people; `page` is where it was. */
export const missingPage = (reading: Missing, page: Link): Response =>
  plainPage(problemTitle(codeOf(reading)), reading.kind === "gone" ? page : START_PAGE, {
    status: problemStatus(codeOf(reading)),
  });

export const codeOf = (reading: Unshown): ProblemCode => (reading.kind === "gone" ? reading.why : "not-found");

/** Behind a form there is a person with a browser; the API answers programs, whoever asks. */
const wantsPage = ({ url, headers }: Request): boolean =>
  !new URL(url).pathname.startsWith("/api/") && (headers.get("accept") ?? "").includes("text/html");

/** When to come back, in seconds: a database has mostly recovered by then, and most checks take less than that for a place. */
export const RETRY_SECONDS = {
  ...{ unavailable: 30, unreachable: 10, full: 10, "full-of-uploads": 10 },
  ...{ "too-many-watches": 3600, "full-of-watches": 3600 },
} as const;

/** The field that says so. */
export const retryAfter = (code: keyof typeof RETRY_SECONDS): Headers =>
  new Headers({ "retry-after": String(RETRY_SECONDS[code]) });

/** A fault of ours, or of the database, as a page; `more` is for this occurrence. */
export const faultPage = (code: "unavailable" | "internal", more = ""): Response =>
  plainPage(problemTitle(code) + more, START_PAGE, {
    status: problemStatus(code),
    ...(code === "unavailable" ? { headers: retryAfter(code) } : {}),
  });

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

/** A route's handler in which a fault of ours is logged once and answered without its words: to people as a page. */
export function guarded<Context = unknown>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      // Whoever has left gets no answer, and has done us no harm.
      if (error instanceof UploadAborted || request.signal.aborted) return new Response(null, { status: 400 });
      if (isUnavailable(error)) {
        log().error(`the database does not answer: ${String(error)}`);
        return wantsPage(request)
          ? faultPage("unavailable")
          : problem("unavailable", { headers: retryAfter("unavailable") });
      }
      const requestId = request.headers.get(REQUEST_ID) ?? crypto.randomUUID();
      log().error({ err: error, requestId }, "a request failed by a fault of ours");
      return wantsPage(request)
        ? faultPage("internal", ` It is in our log under ${requestId}.`)
        : problem("internal", { requestId });
    }
  };
}
