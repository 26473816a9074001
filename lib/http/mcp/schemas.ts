import { z } from "zod";
import { counts, instant, strings, verdictField } from "../../checks/index.ts";
import { bounceReading, bounceRequest, checkRequest, headersReading, logReading } from "../api/schemas.ts";

/*
 * What the tools take and give. Fields are those of the API's report, as far as a reader needs them to answer somebody:
 * all of a report, with every lookup in it, is at its `url` with `.json` behind it.
 */

const { target, from, helo, selectors } = checkRequest.shape;
export const checkInput = z.strictObject({ target, from, helo, selectors });
export const readReportInput = z.strictObject({
  id: z.string().min(1).max(2048).describe("The report’s id, or its address."),
});
export const readBounceInput = z.strictObject({
  text: bounceRequest.shape.text.describe("The bounce, the log line or the headers of a message. It is not kept."),
  check: bounceRequest.shape.check.describe("Whether to check the address it names as well."),
});

const { status: statusField } = verdictField.shape;
const notice = z.string().describe("What in this answer is data from strangers.");
const evidence = z.record(z.string(), strings).optional().describe("What was seen, where it matters.");
const verdict = z.object({
  subject: z.string(),
  signal: z.string().describe("A permanent id; /signals/<id> explains it."),
  title: z.string(),
  status: statusField,
  outcome: z.string().describe("A permanent code."),
  says: z.string(),
  whoCares: z.string().optional().describe("Which receivers act on it."),
  evidence,
});
const step = z.object({
  subject: z.string(),
  signal: z.string(),
  status: z.enum(["fail", "warn"]),
  who: z.string().describe("Who has to act."),
  does: z.string().describe("What to do."),
  copy: z.string().optional().describe("A record or a line of configuration to copy."),
  prove: strings.describe("Commands that show that it is done."),
});
const receiver = z.object({
  subject: z.string(),
  receiver: z.string(),
  name: z.string(),
  action: z.string().describe("reject, defer, penalise, accept, none or unknown."),
  says: z.string(),
  reply: z.string().optional().describe("The reply its server gives."),
});

const report = z.object({
  id: z.string(),
  url: z.string().describe("The report’s page, to be sent to people; with .json behind it all of the report."),
  path: z.string().describe("What was checked."),
  state: z.enum(["running", "done"]),
  ended: z.string().optional(),
  seenAt: instant,
  headline: z.object({ status: statusField, says: z.string(), because: z.string() }),
  counts,
  plan: z.array(step).describe("What to do, in the order in which it works."),
  ticket: z
    .object({ subject: z.string(), body: z.string() })
    .optional()
    .describe("A request for the PTR record, to send to the provider of the address."),
  verdicts: z.array(verdict).describe("What fails and is unknown comes with what was seen."),
  receivers: z.array(receiver).describe("What receivers would do with mail from this server."),
  deleteToken: z.string().optional().describe("Deletes the report; for whoever started the check, once."),
});

export const reportOutput = report.extend({ notice });
export const bounceOutput = z.object({
  notice,
  kind: z.enum(["bounce", "headers", "log"]),
  reading: z.union([bounceReading, headersReading]),
  explanation: z
    .object({
      said: z.string(),
      means: z.string(),
      who: z.string(),
      next: z.string().optional(),
      link: z.object({ title: z.string(), url: z.string() }).optional(),
      codes: z.array(z.object({ code: z.string(), means: z.string() })),
    })
    .optional()
    .describe("What a refusal means."),
  outcomes: z.array(bounceReading).optional().describe("Where a text has several outcomes: a reading of each."),
  chosen: z.int().optional().describe("Which of them reading and explanation are about, counted from 0."),
  readings: z.array(logReading).optional().describe("Every outcome in the text, counted."),
  unread: z.int().optional().describe("How many lines were not understood."),
  report: report.optional().describe("The check of what it names, where one was asked for."),
});

export type ReportOutput = z.infer<typeof report>;
export type BounceOutput = z.infer<typeof bounceOutput>;
