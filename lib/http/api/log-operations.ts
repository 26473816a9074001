import type { Operation, Parameter } from "./operations.ts";
import { keptLog } from "./schemas.ts";

/* What programs can ask of tables of logs that were kept. */

const id: Parameter = { name: "id", in: "path", says: "The table’s id.", example: "<id>" };
const MISSING = ["not-found", "deleted", "expired", "internal"] as const;

export const LOG_OPERATIONS: readonly Operation[] = [
  {
    id: "readLog",
    method: "get",
    path: "/api/v1/logs/{id}",
    title: "Read a kept table of a log",
    says: [
      "The readings of a log whose table was kept: without message IDs, and without the text they were read from.",
    ],
    parameters: [id, { name: "If-None-Match", in: "header", says: "The ETag of an earlier answer.", example: '"…"' }],
    answers: [
      {
        status: 200,
        says: "The table.",
        content: { "application/json": keptLog },
        headers: { ETag: "To ask again by." },
      },
      { status: 304, says: "It is still the same." },
    ],
    problems: [...MISSING],
    examples: [{ title: "Read a kept table", status: 200 }],
  },
  {
    id: "readLogFile",
    method: "get",
    path: "/log/{id}.json",
    title: "Read a kept table in another form",
    says: ["The same table is at its page’s address with .json, .csv and .md behind it."],
    parameters: [id],
    answers: [{ status: 200, says: "The table.", content: { "application/json": keptLog } }],
    problems: [...MISSING],
    examples: [{ title: "Read a kept table at its page’s address", status: 200 }],
  },
  {
    id: "readLogCsv",
    method: "get",
    path: "/log/{id}.csv",
    title: "Read a kept table as CSV",
    says: ["For a spreadsheet: no cell begins with what one takes for a formula."],
    parameters: [id],
    answers: [{ status: 200, says: "The table.", content: { "text/csv": "text" } }],
    problems: [...MISSING],
    examples: [{ title: "Read a kept table as CSV", status: 200 }],
  },
  {
    id: "readLogMarkdown",
    method: "get",
    path: "/log/{id}.md",
    title: "Read a kept table as Markdown",
    says: ["Refusals first. Foreign values are code spans, so that nothing in them is markup."],
    parameters: [id],
    answers: [{ status: 200, says: "The table.", content: { "text/markdown": "text" } }],
    problems: [...MISSING],
    examples: [{ title: "Read a kept table as Markdown", status: 200 }],
  },
  {
    id: "deleteLog",
    method: "delete",
    path: "/api/v1/logs/{id}",
    title: "Delete a kept table",
    says: ["For good, with its maker’s token."],
    parameters: [id],
    answers: [{ status: 204, says: "It is gone." }],
    problems: ["delete-forbidden", ...MISSING],
    examples: [{ title: "Delete a kept table", headers: { Authorization: "Bearer <token>" }, status: 204 }],
    token: true,
  },
];
