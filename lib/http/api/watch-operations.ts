import type { ProblemCode } from "../problem.ts";
import { BODY_PROBLEMS } from "./body-problems.ts";
import type { Operation, Parameter } from "./operations.ts";
import { startedWatch, watchRequest, watchState } from "./watch-schemas.ts";

/* What programs can ask of watches. */

const watch: Parameter = { name: "id", in: "path", says: "The watch’s id.", example: "<id>" };

export const WATCH_OPERATIONS: readonly Operation[] = [
  {
    id: "startWatch",
    method: "post",
    path: "/api/v1/watches",
    title: "Start a watch",
    says: [
      "Tells you when something about a target is so: ptr (its PTR record appears or changes), confirmed (the PTR name resolves back to the address), delisted (no blocklist has it), resolvers-agree (all public resolvers have the PTR record) or any-change (any verdict of the report changes). A domain can be watched for delisted and any-change.",
      "It looks as soon as an answer’s TTL is over, never faster than once a minute (any-change and delisted: every five minutes), for up to 72 hours. When something has changed, a report is made and you are told: on the watch’s page, in its Atom feed, and by webhook.",
      "A webhook gets a POST of JSON, signed by Standard Webhooks with the secret of the answer; one that does not answer 2xx is tried again for ten hours. It has to be a public address, by https; no redirect is followed.",
    ],
    body: watchRequest,
    answers: [
      {
        status: 201,
        says: "The watch that was started.",
        content: { "application/json": startedWatch },
        headers: {
          Location: "Where the watch is read.",
          "Nameplate-Delete-Token":
            "Stops and renews the watch, and deletes the reports it makes. It is given once, to the client that started it.",
          RateLimit: "What is left of the allowance, and when it is full again.",
        },
      },
    ],
    problems: [
      ...BODY_PROBLEMS,
      ...(["invalid-target", "invalid-watch", "too-fast", "too-many-watches", "internal"] as const),
      ...(["unavailable", "full-of-watches"] as const),
    ],
    examples: [
      { title: "Tell me when the PTR record is there", body: { target: "203.0.113.20", until: "ptr" }, status: 201 },
      {
        title: "Have a program told of any change",
        body: { target: "mail.example.com", until: "any-change", webhook: "https://hooks.example.org/nameplate" },
        status: 201,
      },
    ],
  },
  {
    id: "readWatch",
    method: "get",
    path: "/api/v1/watches/{id}",
    title: "Read a watch",
    says: [
      "What it waits for, what it has seen, and when it looks again. Its feed is at its page’s address with .atom.",
    ],
    parameters: [watch],
    answers: [{ status: 200, says: "The watch.", content: { "application/json": watchState } }],
    problems: ["not-found", "watch-gone", "internal"],
    examples: [{ title: "Read a watch", status: 200 }],
  },
  {
    id: "cancelWatch",
    method: "post",
    path: "/api/v1/watches/{id}/cancel",
    title: "Stop a watch",
    says: ["With the token that was in Nameplate-Delete-Token. One that has ended already stays as it is."],
    parameters: [watch],
    answers: [{ status: 200, says: "The watch as it is then.", content: { "application/json": watchState } }],
    problems: ["cross-site", "watch-forbidden", "not-found", "watch-gone", "internal", "unavailable"],
    examples: [{ title: "Stop a watch", headers: { Authorization: "Bearer <token>" }, status: 200 }],
    token: true,
  },
  {
    id: "renewWatch",
    method: "post",
    path: "/api/v1/watches/{id}/renew",
    title: "Renew a watch",
    says: [
      "Lets it run for 72 hours from now, with the same token. One that was stopped stays so. One that had ended counts among the watches that your network has running again.",
    ],
    parameters: [watch],
    answers: [{ status: 200, says: "The watch as it is then.", content: { "application/json": watchState } }],
    problems: [
      ...["cross-site", "watch-forbidden", "not-found", "watch-over", "watch-gone", "too-many-watches"],
      ...["internal", "unavailable", "full-of-watches"],
    ] as ProblemCode[],
    examples: [{ title: "Renew a watch", headers: { Authorization: "Bearer <token>" }, status: 200 }],
    token: true,
  },
];
