import { z } from "zod";
import { counts, headlineField, instant, PUBLIC, publicReport, strings, verdictField } from "../../checks/index.ts";
import { PROBLEM_CODES } from "../problem.ts";

/** What programs send and get beside the report: requests are strict, so that a misspelt option is not passed over. */

const name = z.string().max(1000).optional();

export const checkRequest = z
  .strictObject({
    target: z
      .string()
      .max(10_000)
      .describe("An address, a host name, a domain or an e-mail address, as somebody would paste it."),
    from: name.describe("The domain you send as."),
    helo: name.describe("The name your server says in EHLO."),
    selectors: z.array(z.string().max(255)).max(100).optional().describe("DKIM selectors you sign with."),
  })
  .register(PUBLIC, { id: "CheckRequest" });

export const bounceRequest = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .describe(
        "The bounce or bounces, a mail log, or the headers of a message: up to 2 MB or 20,000 lines. The text is not kept.",
      ),
    check: z.boolean().optional().describe("Whether to start the check of what it names."),
    keep: z
      .boolean()
      .optional()
      .describe("Whether to keep the table of deliveries, at a link of its own. Not together with check."),
    mine: z
      .array(z.string().max(1000))
      .max(100)
      .optional()
      .describe("Addresses and names you send from: what receivers saw is compared with them."),
  })
  .register(PUBLIC, { id: "BounceRequest" });

/** One line of a stream. */
export const streamLine = z
  .union([z.looseObject({ verdict: verdictField }), z.looseObject({ report: publicReport })])
  .describe("One line of a stream: each verdict as it is judged, at the end the report.")
  .register(PUBLIC, { id: "StreamLine" });

export const targetReports = z
  .looseObject({
    path: z.string().describe("The target’s canonical text."),
    reports: z.array(
      z.looseObject({
        id: z.string(),
        url: z.string(),
        seenAt: instant,
        ended: z.enum(["complete", "cancelled", "out-of-time", "interrupted"]).optional(),
        headline: headlineField,
        counts,
      }),
    ),
  })
  .describe("The latest fifty reports of a target, the latest first.")
  .register(PUBLIC, { id: "TargetReports" });

const codes = z.looseObject({
  reply: z.string().optional().describe("The SMTP reply code."),
  status: z.string().optional().describe("The enhanced status code (RFC 3463)."),
  own: strings.describe("The receiver’s own codes."),
});
export const bounceReading = z
  .looseObject({
    cause: z.string().describe("The class of the refusal: a permanent code."),
    permanence: z.enum(["permanent", "temporary", "unknown"]),
    confidence: z.enum(["high", "medium", "low"]),
    words: z.string().describe("The words or the code that decided."),
    address: z.string().optional().describe("The address the mail came from."),
    addressConfidence: z.enum(["high", "medium"]).optional(),
    helo: z.string().optional().describe("The name said in EHLO."),
    saidInstead: z.string().optional().describe("What was said in EHLO where that was no name."),
    from: z.string().optional().describe("The sender’s domain."),
    selectors: strings,
    receiver: z.string().optional().describe("Who refused: the id of a known receiver, or a host name."),
    codes,
    list: z.string().optional().describe("The blocklist that is named."),
    url: z.string().optional(),
  })
  .register(PUBLIC, { id: "BounceReading" });
export const headersReading = z
  .looseObject({
    address: z.string().optional().describe("The server that handed the message to the receiver."),
    helo: z.string().optional(),
    saidInstead: z.string().optional().describe("What it said in EHLO where that was no name."),
    name: z.string().nullable().optional().describe("The reverse name the receiver found; null where it says none."),
    from: z.string().optional(),
    returnPath: z.string().optional(),
    selectors: strings,
    receiver: z.string().optional(),
    saw: z.record(z.string(), z.string()).describe("What it recorded of its own checks."),
    below: z.int().describe("How many Received fields below were not read."),
  })
  .register(PUBLIC, { id: "HeadersReading" });

const explanation = z
  .looseObject({
    said: z.string(),
    means: z.string(),
    who: z.string().describe("Who has to act."),
    next: z.string().optional().describe("What to do next."),
    link: z.looseObject({ title: z.string(), url: z.string() }).optional().describe("Where it is done, or read about."),
    codes: z
      .array(z.looseObject({ code: z.string(), means: z.string() }))
      .describe("What its status codes mean, as they are registered."),
  })
  .describe("What a refusal means.")
  .register(PUBLIC, { id: "Explanation" });
const startedReport = z
  .looseObject({ id: z.string(), url: z.string() })
  .optional()
  .describe("The check that was started.");
export const logReading = z
  .looseObject({
    receiver: z.string().nullable().describe("The id of a known receiver, else its host or domain."),
    address: z
      .string()
      .nullable()
      .describe("The sending address that the receiver saw; null where the text does not say."),
    helo: z.string().nullable().describe("The name said in EHLO."),
    from: z.string().nullable().describe("The sender’s domain."),
    cause: z.string().describe("The class of the refusal, a permanent code; `accepted` where the mail was taken."),
    codes,
    permanence: z.enum(["permanent", "temporary", "unknown", "accepted"]),
    count: z.int().describe("How many recipients, each by its last outcome in the text."),
    first: z.string().nullable().describe("ISO 8601; without a zone where the log has none."),
    last: z.string().nullable(),
  })
  .describe("What became of recipients: those that share receiver, address, cause and codes.")
  .register(PUBLIC, { id: "LogReading" });

const seenAddress = z.looseObject({
  address: z.string(),
  meant: z.boolean().describe("Whether it is known to be one of those you named: see unanswered."),
  refused: z.int(),
  deferred: z.int(),
  accepted: z.int(),
});
const logTable = {
  readings: z.array(logReading).describe("Every outcome in the text, counted."),
  unread: z.int().describe("How many lines tell of no delivery of yours, or could not be read."),
  meant: z
    .looseObject({
      addresses: strings,
      unresolved: strings,
      unanswered: strings.optional().describe("Names whose addresses could not all be looked up, where there are any."),
      seen: z.array(seenAddress),
    })
    .optional()
    .describe(
      "With mine: the addresses you meant, names for which no address was found, and every address that receivers saw.",
    ),
};
export const keptLog = z
  .looseObject({
    id: z.string(),
    url: z.string().describe("Its page, for people."),
    keptAt: instant,
    ...logTable,
    lines: z.int().describe("How many lines were pasted."),
  })
  .describe("The table of a log that was kept. It has no message ids and no local parts.")
  .register(PUBLIC, { id: "KeptLog" });
const severalOutcomes = {
  ...logTable,
  table: z
    .looseObject({ id: z.string(), url: z.string() })
    .optional()
    .describe("With keep: where the table is, for as long as this service keeps reports."),
  explanation,
  outcomes: z
    .array(bounceReading)
    .optional()
    .describe("Where a text has several outcomes: a reading of each, the first fifty."),
  chosen: z.int().optional().describe("Which of them reading and explanation are about, counted from 0."),
  report: startedReport,
};
export const pastedReading = z
  .discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("bounce"), reading: bounceReading, ...severalOutcomes }),
    z.looseObject({
      kind: z.literal("log"),
      reading: bounceReading.describe("The outcome that a check answers best."),
      ...severalOutcomes,
    }),
    z.looseObject({ kind: z.literal("headers"), reading: headersReading, report: startedReport }),
  ])
  .describe("What the text says. Local parts of e-mail addresses are in no answer.")
  .register(PUBLIC, { id: "Reading" });

const expectation = z
  .strictObject({
    address: z.string().max(1000).optional().describe("The address you think it sends from."),
    helo: z.string().max(1000).optional().describe("The name you think it says in EHLO."),
  })
  .describe("What you think your server does when it sends.");

export const listenRequest = z
  .strictObject({ expect: expectation.optional() })
  .register(PUBLIC, { id: "ListenRequest" });

export const madeListen = z
  .looseObject({
    id: z.string(),
    url: z.string().describe("Its page: for whoever has the link."),
    address: z.string().describe("Send to it. It refuses every message, and the refusal says what was seen."),
    readAddress: z.string().describe("The same, whose message is read and dropped instead."),
    expiresAt: instant,
  })
  .describe("A mail address to send to, for an hour.")
  .register(PUBLIC, { id: "MadeListen" });

const readMessage = z
  .looseObject({
    from: z.string().optional().describe("The domain in From."),
    dkim: z
      .array(
        z.looseObject({
          domain: z.string(),
          selector: z.string(),
          result: z.string().describe("As of RFC 8601."),
          why: z.string().optional(),
          aligned: z.boolean().describe("Whether its domain is aligned with From."),
        }),
      )
      .describe("The signatures, verified."),
    spf: z.looseObject({ result: z.string(), domain: z.string().optional() }),
    dmarc: z.looseObject({
      result: z.string(),
      policy: z.string().optional(),
      spfAligned: z.boolean(),
      dkimAligned: z.boolean(),
    }),
    arc: z.looseObject({ result: z.string(), sets: z.int() }),
    hops: z
      .array(z.looseObject({ from: z.string().optional(), address: z.string().optional(), by: z.string().optional() }))
      .describe("The servers in its Received fields, the last hop first: relays are among them."),
  })
  .describe("What was read of its message in read mode.")
  .register(PUBLIC, { id: "ReadMessage" });

export const seenSession = z
  .looseObject({
    at: instant,
    address: z.string().describe("The address that connected."),
    helo: z
      .string()
      .nullable()
      .describe("What it said in EHLO or HELO: up to 510 octets, those that are not UTF-8 as \\xNN."),
    tls: z.looseObject({ version: z.string(), cipher: z.string() }).nullable(),
    tlsFailure: z.string().optional().describe("Why STARTTLS failed, in this session or just before it."),
    mailFrom: z.string().nullable().describe("The domain it sends as; empty for an empty sender."),
    earlyTalker: z.boolean().describe("It sent before it was greeted."),
    pipelined: z.boolean().describe("It sent commands before the last one was answered."),
    reply: z.string().describe("What it was answered."),
    report: z.string().optional().describe("The id of the report of its check."),
    message: readMessage.optional(),
  })
  .register(PUBLIC, { id: "SeenSession" });

export const listen = z
  .looseObject({
    id: z.string(),
    url: z.string(),
    address: z.string(),
    readAddress: z.string(),
    expiresAt: instant,
    state: z.enum(["waiting", "seen", "expired"]),
    expect: z.looseObject({ address: z.string().optional(), helo: z.string().optional() }).optional(),
    sessions: z.array(seenSession),
  })
  .describe("A mail address, and who sent to it. What was seen is kept for a day.")
  .register(PUBLIC, { id: "Listen" });

const fieldProblem = z
  .looseObject({
    field: z.string(),
    code: z.string().describe("A permanent code."),
    says: z.string(),
    choices: strings.optional().describe("What could be put in instead."),
    line: z.int().optional().describe("Of a field with several lines: which one, from 1."),
    text: z.string().optional().describe("What stands in that line."),
  })
  .register(PUBLIC, { id: "FieldProblem" });
export const problemBody = z
  .looseObject({
    type: z.string().describe("A link to the description of the code."),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().describe("What was wrong this time, and what would work."),
    choices: strings.optional().describe("What could be the target instead."),
    problems: z.array(fieldProblem).optional().describe("The same, field by field."),
    kind: z
      .enum(["bounce", "log", "headers"])
      .optional()
      .describe("Of a text that names nothing to check: what it is."),
    reading: z.union([bounceReading, headersReading]).optional().describe("What could be read of it nevertheless."),
    readings: z.array(logReading).optional(),
    unread: z.int().optional(),
    explanation: explanation.optional(),
    outcomes: z.array(bounceReading).optional(),
    chosen: z.int().optional(),
    requestId: z.string().optional().describe("To be told to the operator, where it was our fault."),
  })
  .describe("Why a request was refused (RFC 9457).")
  .register(PUBLIC, { id: "Problem" });

export const health = z.looseObject({ status: z.literal("ok") }).register(PUBLIC, { id: "Health" });

const objects = z.record(z.string(), z.unknown());
export const openApi = z
  .looseObject({ openapi: z.string(), info: objects, servers: z.array(objects), paths: objects, components: objects })
  .describe("An OpenAPI document.")
  .register(PUBLIC, { id: "OpenApi" });
