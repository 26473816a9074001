import { type CallToolResult, createMcpHandler, McpServer, type ServerContext } from "@modelcontextprotocol/server";
import { present } from "../../checks/index.ts";
import { tooMuch } from "../../inbound/read-pasted.ts";
import { follow, type Reading, readReport } from "../../service/live/read-report.ts";
import { log } from "../../service/log.ts";
import type { Missing } from "../../service/missing.ts";
import { originOf } from "../headers.ts";
import { codeOf } from "../problem.ts";
import { readInTurn } from "../read-in-turn.ts";
import { type Starting, start } from "../start.ts";
import { startPasted } from "../start-pasted.ts";
import { NOTICE } from "./marked.ts";
import { bounceOutputOf, reportOutputOf } from "./outputs.ts";
import {
  bounceOutput,
  checkInput,
  type ReportOutput,
  readBounceInput,
  readReportInput,
  reportOutput,
} from "./schemas.ts";
import { answered, guardedTool, notStarted, refused } from "./tool-result.ts";

/** A text of two megabytes, few of whose characters JSON has to escape, and what JSON-RPC puts around it. */
const MAX_BYTES = 2 * 1024 * 1024 + 64 * 1024;

/**
 * Answers one POST of the Model Context Protocol over streamable HTTP. Nothing is kept between two of them: no session,
 * no subscription. Checks are started as the API starts them, within the limits of whoever asks.
 */
export const answerMcp = (request: Request): Promise<Response> =>
  createMcpHandler(() => serverFor(request), {
    maxRequestBodySize: MAX_BYTES,
    maxSubscriptions: 0,
    onerror: (error) => log().debug(`a request for /mcp was turned away: ${error.message}`),
  }).fetch(request);

function serverFor(request: Request): McpServer {
  const server = new McpServer(
    { name: "nameplate", title: "Nameplate", version: "1", websiteUrl: originOf(request.headers) },
    { instructions: `${INSTRUCTIONS} ${NOTICE}` },
  );
  server.registerTool(
    "check",
    {
      title: "Check a mail server",
      description:
        "Checks the identity of a mail server by its address, host name or domain: PTR record, forward confirmation, EHLO name, TLS, SPF, DKIM, DMARC, blocklists, and what receivers such as Gmail would do. Takes up to half a minute and makes a report with a permanent address.",
      inputSchema: checkInput,
      outputSchema: reportOutput,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    },
    ({ selectors, ...fields }, context) =>
      guardedTool(request, async () => {
        const starting = await start(request, { ...fields, selector: selectors });
        return starting.ok ? reported(await finished(starting, request, context)) : notStarted(starting);
      }),
  );
  server.registerTool(
    "read_report",
    {
      title: "Read a report",
      description: "Reads a report that was made before, by its id or its address. Starts nothing.",
      inputSchema: readReportInput,
      outputSchema: reportOutput,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ id }) => guardedTool(request, async () => reported(shown(await readReport(idIn(id)), idIn(id), request))),
  );
  server.registerTool(
    "read_bounce",
    {
      title: "Read a bounce or headers",
      description:
        "Says what a bounce, a mail log line or the headers of a message mean and who has to act. With check it also checks the address they name. The text is not kept.",
      inputSchema: readBounceInput,
      outputSchema: bounceOutput,
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    },
    ({ text, check }, context) => guardedTool(request, () => bounce(text, check === true, request, context)),
  );
  return server;
}

const INSTRUCTIONS =
  "Nameplate tells whether receivers can tell who a mail server is, and if not, who must change what. unknown means that something could not be found out; it never means that it is missing. Give people the report’s url.";

async function bounce(text: string, check: boolean, request: Request, context: ServerContext): Promise<CallToolResult> {
  const more = tooMuch(text);
  if (more) return refused("too-large", { detail: more });
  const pasted = await readInTurn(text);
  if (!check) return answered(bounceOutputOf(pasted));
  const starting = await startPasted(request, pasted);
  if (!starting) return refused("invalid-target", { detail: "The text names nothing that can be checked." });
  if (!starting.ok) return notStarted(starting);
  const report = await finished(starting, request, context);
  return "id" in report ? answered(bounceOutputOf(pasted, report)) : refused(codeOf(report));
}

type Shown = ReportOutput | Missing;

const reported = (report: Shown): CallToolResult =>
  "id" in report ? answered({ notice: NOTICE, ...report }) : refused(codeOf(report));

/** The report of a check that was started, once it is over. Whoever asked to be told is told how far it is. */
async function finished(
  { started }: Starting & { readonly ok: true },
  request: Request,
  { mcpReq }: ServerContext,
): Promise<Shown> {
  const { id, deleteToken } = started;
  const progressToken = mcpReq._meta?.progressToken;
  let progress = 0;
  for await (const event of follow(id)) {
    if (progressToken === undefined || event.kind !== "verdict") continue;
    progress++;
    // Who has left is told nothing; the check goes on.
    await mcpReq
      .notify({ method: "notifications/progress", params: { progressToken, progress } })
      .catch(() => undefined);
  }
  return shown(await readReport(id), id, request, deleteToken);
}

function shown(reading: Reading, id: string, { headers }: Request, deleteToken?: string): Shown {
  if (reading.kind !== "report") return reading;
  return reportOutputOf(present(reading.report, { id, url: `${originOf(headers)}/r/${id}` }), deleteToken);
}

/** The id in a report's address, in whichever of its forms. */
const idIn = (text: string): string => /\/r(?:eports)?\/([\w-]+)/.exec(text)?.[1] ?? text.trim();
