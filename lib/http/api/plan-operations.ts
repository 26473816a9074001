import { NDJSON } from "../ndjson.ts";
import type { ProblemCode } from "../problem.ts";
import { BODY_PROBLEMS } from "./body-problems.ts";
import type { Operation, Parameter } from "./operations.ts";
import { moveLine, moveRequest, planLine, planRequest, publicMove, publicPlan } from "./plan-schemas.ts";

/** What differs between plans and moves; all else is the same. */
const KINDS = [
  {
    kind: "plan",
    does: "Plan",
    whole: "The plan",
    start: "Make a plan",
    says: "The operational checklist of addresses that go into service: each line ticked by a live check, or for the operator to confirm, the missing records, and who can change what.",
    request: planRequest,
    body: publicPlan,
    line: planLine,
    examples: [
      {
        title: "Make a plan for an address that goes into service",
        body: { from: "example.com", name: "mail.example.com", addresses: ["203.0.113.10"], selectors: ["s2026"] },
        status: 202,
      },
    ],
  },
  {
    kind: "move",
    does: "Move",
    whole: "The move",
    start: "Compare old and new addresses",
    says: "Old addresses and new ones side by side, what has to be done before, during and after a move, and the same for the rehearsal of a fail-over site.",
    request: moveRequest,
    body: publicMove,
    line: moveLine,
    examples: [
      {
        title: "Compare the old address with the new one",
        body: { before: ["203.0.113.10"], after: ["203.0.113.20"], from: "example.com" },
        status: 202,
      },
    ],
  },
] as const;

const STARTING: readonly ProblemCode[] = [
  ...BODY_PROBLEMS,
  ...(["invalid-target", "too-fast", "internal", "unavailable", "full"] as const),
];
const lang: Parameter = {
  name: "lang",
  in: "query",
  says: "The language of ticket texts: en, de, fr or es. English where it is not there.",
  example: "de",
};
const round: Parameter = {
  name: "round",
  in: "query",
  says: "An earlier round of checks, from 1. The latest where it is not there.",
  example: "1",
};

/** What programs can do with plans and moves. */
export const PLAN_OPERATIONS: readonly Operation[] = KINDS.flatMap((one): Operation[] => {
  const { kind, does, whole, start, says, request, body, line, examples } = one;
  const path = `/api/v1/${kind}s`;
  const id: Parameter = { name: "id", in: "path", says: `The ${kind}’s id.`, example: `<${kind}>` };
  const json = { "application/json": body };
  return [
    {
      id: `start${does}`,
      method: "post",
      path,
      title: start,
      says: [
        says,
        "Answers at once. One check for each address is begun, a few at a time, within the limits of the page. A line that cannot be read is named with a sentence in problems, and nothing is begun then.",
      ],
      body: request,
      answers: [
        {
          status: 202,
          says: `${whole} as it stands.`,
          content: json,
          headers: {
            Location: "Where it is read.",
            "Nameplate-Delete-Token": "Deletes it, with the reports made for it. It is given once.",
            RateLimit: "What is left of the allowance, and when it is full again.",
          },
        },
      ],
      problems: STARTING,
      examples,
    },
    {
      id: `read${does}`,
      method: "get",
      path: `${path}/{id}`,
      title: `Read a ${kind}`,
      says: [
        "As it stands while its checks run, and made anew from their reports ever after. With Accept: application/x-ndjson it streams until the checks are over.",
      ],
      parameters: [
        id,
        round,
        lang,
        { name: "Accept", in: "header", says: "Stream addresses as lines of JSON.", example: NDJSON },
      ],
      answers: [{ status: 200, says: `${whole}, or its stream.`, content: { ...json, [NDJSON]: line } }],
      problems: ["not-found", "deleted", "expired", "internal"],
      examples: [{ title: `Read a ${kind}`, status: 200 }],
    },
    {
      id: `check${does}Again`,
      method: "post",
      path: `${path}/{id}/checks`,
      title: `Check a ${kind} again`,
      says: ["The same addresses once more, under the same link. While checks of it run, nothing new is begun."],
      parameters: [id],
      answers: [{ status: 202, says: `${whole} as it stands.`, content: json }],
      problems: ["cross-site", "not-found", "deleted", "expired", "too-fast", "internal", "unavailable", "full"],
      examples: [{ title: `Check a ${kind} again`, status: 202 }],
    },
    {
      id: `delete${does}`,
      method: "delete",
      path: `${path}/{id}`,
      title: `Delete a ${kind}`,
      says: ["For good, with the reports made for it, and with the token of whoever made it."],
      parameters: [id],
      answers: [{ status: 204, says: "It is gone." }],
      problems: ["delete-forbidden", "not-found", "deleted", "expired", "internal"],
      examples: [{ title: `Delete a ${kind}`, headers: { Authorization: "Bearer <token>" }, status: 204 }],
      token: true,
    },
  ];
});
