import type { z } from "zod";
import { publicReport } from "../../checks/index.ts";
import { NDJSON } from "../ndjson.ts";
import type { ProblemCode } from "../problem.ts";
import { BODY_PROBLEMS } from "./body-problems.ts";
import { LISTEN_OPERATIONS } from "./listen-operations.ts";
import { LOG_OPERATIONS } from "./log-operations.ts";
import { PLAN_OPERATIONS } from "./plan-operations.ts";
import { POOL_OPERATIONS } from "./pool-operations.ts";
import {
  bounceRequest,
  checkRequest,
  health,
  openApi,
  pastedReading,
  problemBody,
  streamLine,
  targetReports,
} from "./schemas.ts";
import { WATCH_OPERATIONS } from "./watch-operations.ts";

/** A part of the path or a field of the header, and an example of it. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "header" | "query";
  readonly says: string;
  /** What stands in examples; `<id>` and `<token>` are to be replaced by those of a report of one's own. */
  readonly example: string;
}

/** What an answer holds, by media type: JSON of a schema, lines of such JSON, or something that is no JSON. */
export type Content = Readonly<Record<string, z.ZodType | "text" | "picture">>;

export interface Answer {
  readonly status: number;
  readonly says: string;
  readonly content?: Content;
  /** Fields of the header that matter, and what they say. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Example {
  readonly title: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly status: number;
}

/** One thing that programs can ask for: the page, the OpenAPI document, and the test that asks it are made of these. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  readonly title: string;
  /** Paragraphs. */
  readonly says: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly body?: z.ZodType;
  readonly answers: readonly Answer[];
  /** The problems it may be answered with instead. */
  readonly problems: readonly ProblemCode[];
  readonly examples: readonly Example[];
  /** Whether it wants the delete token as a bearer token. */
  readonly token?: true;
}

const id: Parameter = { name: "id", in: "path", says: "The report’s id.", example: "<id>" };
const target: Parameter = {
  name: "target",
  in: "path",
  says: "An address, a host name, or a domain as domain:example.com.",
  example: "203.0.113.10",
};
const lang: Parameter = {
  name: "lang",
  in: "query",
  says: "The language of ticket texts: en, de, fr or es. English where it is not there.",
  example: "de",
};
const STARTED = {
  Location: "Where the report is read.",
  "Nameplate-Delete-Token": "Deletes the report. It is given once, to the client that started the check.",
  RateLimit: "What is left of the allowance, and when it is full again.",
};
const REPEATED = {
  Location: "Where the report is read.",
  "Nameplate-Report-Age": "How old the report is, in seconds.",
  "Nameplate-Check-Again-In": "When the same can be checked again, in seconds.",
};
const STARTING: readonly ProblemCode[] = [
  ...BODY_PROBLEMS,
  "invalid-target",
  "too-fast",
  "too-many",
  "internal",
  "unavailable",
  "full",
];
const REPORT = { "application/json": publicReport, [NDJSON]: streamLine };

export const OPERATIONS: readonly Operation[] = [
  {
    id: "startCheck",
    method: "post",
    path: "/api/v1/checks",
    title: "Start a check",
    says: [
      "Starts a check and answers with its report once it is done. While another check of the same target and options runs, that one is joined.",
      "With Prefer: respond-async it answers at once, while the check runs. With Accept: application/x-ndjson it streams: one verdict a line as they are judged, at the end the report.",
      "The same target with the same options again within a minute answers 200 with the report that is there already.",
      "A mail server in a terrible state is a successful request.",
    ],
    parameters: [
      { name: "Prefer", in: "header", says: "Answer at once (RFC 7240).", example: "respond-async" },
      { name: "Accept", in: "header", says: "Stream verdicts as lines of JSON.", example: NDJSON },
    ],
    body: checkRequest,
    answers: [
      { status: 201, says: "The report, or its stream.", content: REPORT, headers: STARTED },
      {
        status: 200,
        says: "The report that was made a moment ago, without a delete token.",
        content: REPORT,
        headers: REPEATED,
      },
      {
        status: 202,
        says: "The report as it stands, with Prefer: respond-async.",
        content: { "application/json": publicReport },
        headers: STARTED,
      },
    ],
    problems: STARTING,
    examples: [
      { title: "Start a check and wait for its report", body: { target: "203.0.113.10" }, status: 201 },
      {
        title: "Start a check and come back later",
        headers: { Prefer: "respond-async" },
        body: { target: "mail.example.com", from: "example.com", selectors: ["s2026"] },
        status: 202,
      },
      {
        title: "Watch verdicts as they are judged",
        headers: { Accept: NDJSON },
        body: { target: "mail.example.com" },
        status: 201,
      },
    ],
  },
  {
    id: "readReport",
    method: "get",
    path: "/api/v1/reports/{id}",
    title: "Read a report",
    says: [
      "A report as it stands while its check runs, and as it was ever after. With Accept: application/x-ndjson a running check is joined.",
      "Pages elsewhere may read it, too. If-None-Match is answered with 304 where nothing has changed.",
    ],
    parameters: [
      id,
      lang,
      { name: "Accept", in: "header", says: "Stream verdicts as lines of JSON.", example: NDJSON },
      { name: "If-None-Match", in: "header", says: "The ETag of an earlier answer.", example: '"…"' },
    ],
    answers: [
      { status: 200, says: "The report, or its stream.", content: REPORT, headers: { ETag: "Of a finished report." } },
      { status: 304, says: "It is still the same." },
    ],
    problems: ["not-found", "deleted", "expired", "internal"],
    examples: [
      { title: "Read a report", status: 200 },
      { title: "Join a check that runs", headers: { Accept: NDJSON }, status: 200 },
    ],
  },
  {
    id: "readReportFile",
    method: "get",
    path: "/r/{id}.json",
    title: "Read a report in another form",
    says: [
      "The same report is at its page’s address with .json, .md, .txt and, as a picture, .png behind it. One that was deleted or has expired answers 410 at each of them.",
    ],
    parameters: [id, lang],
    answers: [{ status: 200, says: "The report.", content: { "application/json": publicReport } }],
    problems: ["not-found", "deleted", "expired", "internal"],
    examples: [{ title: "Read a report at its page’s address", status: 200 }],
  },
  {
    id: "readReportText",
    method: "get",
    path: "/r/{id}.txt",
    title: "Read a report as text",
    says: ["For a ticket or a mail. With .md it is Markdown."],
    parameters: [id, lang],
    answers: [{ status: 200, says: "The report.", content: { "text/plain": "text" } }],
    problems: ["not-found", "deleted", "expired", "internal"],
    examples: [{ title: "Read a report as text", status: 200 }],
  },
  {
    id: "readReportMarkdown",
    method: "get",
    path: "/r/{id}.md",
    title: "Read a report as Markdown",
    says: ["Foreign values are code spans, so that nothing in them is markup."],
    parameters: [id, lang],
    answers: [{ status: 200, says: "The report.", content: { "text/markdown": "text" } }],
    problems: ["not-found", "deleted", "expired", "internal"],
    examples: [{ title: "Read a report as Markdown", status: 200 }],
  },
  {
    id: "readReportCard",
    method: "get",
    path: "/r/{id}.png",
    title: "A report’s card",
    says: ["What previews of its link show. Neutral while the check runs."],
    parameters: [id],
    answers: [{ status: 200, says: "A picture.", content: { "image/png": "picture" } }],
    problems: ["not-found", "deleted", "expired", "internal"],
    examples: [],
  },
  {
    id: "cancelCheck",
    method: "post",
    path: "/api/v1/reports/{id}/cancel",
    title: "Stop a check",
    says: [
      "What is open becomes unknown, and the report is finished.",
      "With its maker’s token as Authorization: Bearer that always succeeds; without it not where somebody else waits for it, too.",
    ],
    parameters: [id],
    answers: [{ status: 200, says: "The finished report.", content: { "application/json": publicReport } }],
    problems: [
      "cross-site",
      "cancel-forbidden",
      "not-found",
      "not-running",
      "others-wait",
      "deleted",
      "expired",
      "internal",
      "unreachable",
    ],
    examples: [{ title: "Stop a check that runs", status: 200 }],
  },
  {
    id: "deleteReport",
    method: "delete",
    path: "/api/v1/reports/{id}",
    title: "Delete a report",
    says: [
      "For good, with the token that was in Nameplate-Delete-Token, once, in the answer to the client that started the check.",
    ],
    parameters: [id],
    answers: [{ status: 204, says: "It is gone." }],
    problems: ["delete-forbidden", "not-found", "deleted", "expired", "internal"],
    examples: [{ title: "Delete a report", headers: { Authorization: "Bearer <token>" }, status: 204 }],
    token: true,
  },
  {
    id: "listReports",
    method: "get",
    path: "/api/v1/targets/{target}/reports",
    title: "Reports of a target",
    says: ["The latest fifty. Reports made with options, a bounce or headers are not listed. Asking starts nothing."],
    parameters: [target],
    answers: [{ status: 200, says: "The list.", content: { "application/json": targetReports } }],
    problems: ["invalid-target", "internal"],
    examples: [{ title: "List the reports of a target", status: 200 }],
  },
  {
    id: "readBounce",
    method: "post",
    path: "/api/v1/bounces",
    title: "Read bounces, a mail log or headers",
    says: [
      "Says what bounces, a mail log or the headers of a message mean. Logs are read of Postfix, Exim, Sendmail, qmail, OpenSMTPD, Stalwart, Haraka, Exchange and PowerMTA, and events of Amazon SES and SendGrid, also mixed. With check it starts the check of the address as well and answers 201 with its Location; the report then has a context.",
      "With keep the table of deliveries is kept at a link of its own, as table says, without message IDs; its maker’s token is in Nameplate-Delete-Token, and Location is where the table is read.",
      "The text is not kept, and local parts of addresses are in no answer. More than 2 MB of text or 20,000 lines is answered 413, and with keep more than 20,000 readings.",
    ],
    body: bounceRequest,
    answers: [
      { status: 200, says: "What the text says.", content: { "application/json": pastedReading } },
      {
        status: 201,
        says: "The same, and the check that was started, or the table that is kept.",
        content: { "application/json": pastedReading },
        headers: {
          ...STARTED,
          Location: "Where the report or the table is read.",
          "Nameplate-Delete-Token": "Deletes the report or the table. It is given once, to the client that made it.",
        },
      },
    ],
    problems: STARTING,
    examples: [
      {
        title: "Read a bounce",
        body: {
          text: "550-5.7.25 [203.0.113.20] The IP address sending this message does not have a PTR record setup.",
        },
        status: 200,
      },
      {
        title: "Read a bounce and check the address in it",
        body: {
          text: "550-5.7.25 [203.0.113.20] The IP address sending this message does not have a PTR record setup.",
          check: true,
        },
        status: 201,
      },
      {
        title: "Read a mail log",
        body: {
          text: "Nov 25 18:01:12 mx postfix/smtp[811]: 4Tq1: to=<a@example.org>, relay=mx.example.org[192.0.2.9]:25, dsn=5.7.25, status=bounced (host mx.example.org[192.0.2.9] said: 550 5.7.25 [203.0.113.20] has no PTR record)\nNov 25 18:01:13 mx postfix/smtp[811]: 4Tq2: to=<b@example.net>, relay=mx.example.net[192.0.2.10]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
          mine: ["203.0.113.10"],
        },
        status: 200,
      },
      {
        title: "Read a mail log and keep its table",
        body: {
          text: "Nov 25 18:01:13 mx postfix/smtp[811]: 4Tq2: to=<b@example.net>, relay=mx.example.net[192.0.2.10]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
          keep: true,
        },
        status: 201,
      },
      {
        title: "Read the headers of a message",
        body: {
          text: "Received: from mail.example.com (unknown [203.0.113.10]) by mx.b.example (Postfix) with ESMTPS id 4A\nFrom: postmaster@example.com",
        },
        status: 200,
      },
    ],
  },
  ...LOG_OPERATIONS,
  ...POOL_OPERATIONS,
  ...PLAN_OPERATIONS,
  ...WATCH_OPERATIONS,
  ...LISTEN_OPERATIONS,
  {
    id: "readBadge",
    method: "get",
    path: "/badge/{target}.svg",
    title: "A badge",
    says: [
      "What the latest plain report of a target says, as a picture. After 24 hours it says only how long ago that was. Asking starts nothing: let something of yours start a check a day.",
    ],
    parameters: [target],
    answers: [{ status: 200, says: "A picture.", content: { "image/svg+xml": "picture" } }],
    problems: ["not-found", "internal"],
    examples: [{ title: "A badge", status: 200 }],
  },
  {
    id: "ownAddress",
    method: "get",
    path: "/ip",
    title: "Your own address",
    says: ["Browsers, which ask for HTML, are sent on to a page about it."],
    answers: [
      { status: 200, says: "The address, and a line break.", content: { "text/plain": "text" } },
      { status: 303, says: "To the page.", headers: { Location: "The page." } },
    ],
    problems: ["internal"],
    examples: [{ title: "Ask for your address", status: 200 }],
  },
  {
    id: "health",
    method: "get",
    path: "/healthz",
    title: "Whether the service works",
    says: ["For load balancers: it answers, and so does its store."],
    answers: [{ status: 200, says: "It does.", content: { "application/json": health } }],
    problems: ["internal"],
    examples: [{ title: "Ask whether it works", status: 200 }],
  },
  {
    id: "describeApi",
    method: "get",
    path: "/api/v1/openapi.json",
    title: "This description",
    says: [
      "The same as this page in OpenAPI 3.1, to make clients from. Fields may be added to answers; none goes away.",
    ],
    answers: [{ status: 200, says: "The document.", content: { "application/json": openApi } }],
    problems: ["internal"],
    examples: [{ title: "Read the OpenAPI document", status: 200 }],
  },
];

/** What every problem is answered with. */
export const PROBLEM: Content = { "application/problem+json": problemBody };
