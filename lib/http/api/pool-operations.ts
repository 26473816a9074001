import { poolLine, poolRequest, publicPool, publicPoolComparison } from "../../checks/index.ts";
import { NDJSON } from "../ndjson.ts";
import { BODY_PROBLEMS } from "./body-problems.ts";
import type { Operation, Parameter } from "./operations.ts";

/* What programs can ask of pools. */

const id: Parameter = { name: "id", in: "path", says: "The pool’s id.", example: "<id>" };
const POOL = { "application/json": publicPool, [NDJSON]: poolLine };
const STREAM: Parameter = { name: "Accept", in: "header", says: "Stream rows as lines of JSON.", example: NDJSON };
const MISSING = ["not-found", "deleted", "expired", "internal"] as const;

export const POOL_OPERATIONS: readonly Operation[] = [
  {
    id: "startPool",
    method: "post",
    path: "/api/v1/pools",
    title: "Look at several addresses",
    says: [
      "Takes addresses, ranges, CIDR blocks, host names and domains (their SPF record and MX hosts), as targets or as text or CSV, and says whether they are one pool: up to 4,096 addresses. Lines that cannot be used are named in rejected; the others run.",
      "DNS is asked about every address. At most 16 servers are asked over SMTP: the first, the last, odd ones and some between; the others say “not asked”.",
      "Answers at once, while the pool runs. With Accept: application/x-ndjson it streams: a row a line as it is looked at, and again when its odd or status changes, so that the last one counts; at the end the pool.",
      "A pool counts as one check of its network, which may have only so many running at once.",
    ],
    parameters: [STREAM],
    body: poolRequest,
    answers: [
      {
        status: 202,
        says: "The pool as it stands, or its stream.",
        content: POOL,
        headers: {
          Location: "Where the pool is read.",
          "Nameplate-Delete-Token": "Cancels and deletes the pool. It is given once, to the client that started it.",
          RateLimit: "What is left of the allowance, and when it is full again.",
        },
      },
    ],
    problems: [...BODY_PROBLEMS, "invalid-target", "too-fast", "too-many", "internal", "unavailable", "full"],
    examples: [
      {
        title: "Look at a range",
        body: { targets: ["203.0.113.140-142"], from: "example.com" },
        status: 202,
      },
      {
        title: "Watch a pool as it is looked at",
        headers: { Accept: NDJSON },
        body: { text: "203.0.113.156/30\nrelay.example.com" },
        status: 202,
      },
    ],
  },
  {
    id: "readPool",
    method: "get",
    path: "/api/v1/pools/{id}",
    title: "Read a pool",
    says: [
      "A pool as it stands while it runs, and as it was ever after. With Accept: application/x-ndjson a running one is followed. Pages elsewhere may read it, too.",
    ],
    parameters: [
      id,
      STREAM,
      { name: "If-None-Match", in: "header", says: "The ETag of an earlier answer.", example: '"…"' },
    ],
    answers: [
      { status: 200, says: "The pool, or its stream.", content: POOL, headers: { ETag: "Of a pool that is over." } },
      { status: 304, says: "It is still the same." },
    ],
    problems: [...MISSING],
    examples: [{ title: "Read a pool", status: 200 }],
  },
  {
    id: "readPoolFile",
    method: "get",
    path: "/pool/{id}.json",
    title: "Read a pool in another form",
    says: ["The same pool is at its page’s address with .json, .csv and .md behind it."],
    parameters: [id],
    answers: [{ status: 200, says: "The pool.", content: { "application/json": publicPool } }],
    problems: [...MISSING],
    examples: [{ title: "Read a pool at its page’s address", status: 200 }],
  },
  {
    id: "readPoolCsv",
    method: "get",
    path: "/pool/{id}.csv",
    title: "Read a pool as CSV",
    says: ["For a spreadsheet: no cell begins with what one takes for a formula."],
    parameters: [id],
    answers: [{ status: 200, says: "The pool.", content: { "text/csv": "text" } }],
    problems: [...MISSING],
    examples: [{ title: "Read a pool as CSV", status: 200 }],
  },
  {
    id: "readPoolMarkdown",
    method: "get",
    path: "/pool/{id}.md",
    title: "Read a pool as Markdown",
    says: ["Odd ones first. Foreign values are code spans, so that nothing in them is markup."],
    parameters: [id],
    answers: [{ status: 200, says: "The pool.", content: { "text/markdown": "text" } }],
    problems: [...MISSING],
    examples: [{ title: "Read a pool as Markdown", status: 200 }],
  },
  {
    id: "comparePools",
    method: "get",
    path: "/api/v1/pools/{id}/compare/{other}",
    title: "Compare two pools",
    says: ["What changed from the one to the other, address by address: of two pools, or of one pool at two times."],
    parameters: [
      { ...id, says: "The earlier pool’s id." },
      { name: "other", in: "path", says: "The later pool’s id.", example: "<other>" },
    ],
    answers: [{ status: 200, says: "What changed.", content: { "application/json": publicPoolComparison } }],
    problems: [...MISSING],
    examples: [{ title: "Compare two pools", status: 200 }],
  },
  {
    id: "cancelPool",
    method: "post",
    path: "/api/v1/pools/{id}/cancel",
    title: "Cancel a pool",
    says: ["With its maker’s token. What nobody has looked at is not looked at; what was found stays."],
    parameters: [id],
    answers: [{ status: 200, says: "The pool.", content: { "application/json": publicPool } }],
    problems: ["cross-site", "delete-forbidden", "not-running", ...MISSING],
    examples: [{ title: "Cancel a pool", headers: { Authorization: "Bearer <token>" }, status: 200 }],
    token: true,
  },
  {
    id: "deletePool",
    method: "delete",
    path: "/api/v1/pools/{id}",
    title: "Delete a pool",
    says: ["For good, with its maker’s token. A running one is cancelled."],
    parameters: [id],
    answers: [{ status: 204, says: "It is gone." }],
    problems: ["delete-forbidden", ...MISSING],
    examples: [{ title: "Delete a pool", headers: { Authorization: "Bearer <token>" }, status: 204 }],
    token: true,
  },
];
