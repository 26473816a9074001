import { z } from "zod";
import {
  chainField,
  contextField,
  counts,
  evidence,
  headlineField,
  instant,
  leftOutField,
  lookupField,
  PUBLIC,
  sessionField,
  statusField,
  strings,
  subjectField,
  targetField,
  who,
} from "./public-parts.ts";

const copy = z.string().nullable().describe("A record or a line of configuration to copy.");
const whoSays = z.string().describe("The same in words.");

const fix = z
  .looseObject({ who, whoSays, does: z.string().describe("What to do."), copy })
  .describe("What to do about a verdict.")
  .register(PUBLIC, { id: "Fix" });

export const ticketField = z
  .looseObject({
    ready: z.boolean().describe("Whether it can be sent as it is, once its brackets are filled in."),
    problems: z
      .array(z.looseObject({ code: z.string().describe("A permanent code."), does: z.string(), copy }))
      .describe("What has to be fixed before it is sent."),
    lang: z.string().describe("Its language, as asked for with ?lang= (en, de, fr, es); English otherwise."),
    language: z.string().describe("The language’s name in itself."),
    subject: z.string(),
    body: z.string().describe("In lines of at most 76 characters."),
  })
  .describe("A request for a PTR record, to send to the provider of the address.")
  .register(PUBLIC, { id: "Ticket" });

const configs = z
  .array(z.looseObject({ program: z.string(), where: z.string(), lines: z.string() }))
  .describe("The same setting for several programs.");

export const stepField = z
  .looseObject({
    kind: z.enum(["forward", "ptr", "greeting", "other"]),
    status: z.enum(["fail", "warn"]).describe("The weight of what it fixes."),
    subject: z.string(),
    signal: z.string(),
    mends: z.array(z.looseObject({ subject: z.string(), signal: z.string() })).describe("The verdicts it is for."),
    who,
    whoSays,
    owner: z.string().nullable().describe("Who that is here, and by what it is known."),
    does: z.string().describe("What to do."),
    copy,
    configs,
    alternative: z
      .looseObject({ says: z.string(), configs })
      .nullable()
      .describe("Another way, where the first may not be open: what it is, and its settings."),
    prove: strings.describe("Commands that show that it is done."),
    proof: z.string().nullable().describe("What they say then."),
    example: z.boolean().describe("Whether the name in it is a placeholder, because nobody has named the server."),
    guide: z
      .looseObject({ provider: z.string(), name: z.string(), path: z.string() })
      .nullable()
      .describe("The page that says how it is done at that provider."),
    ticket: ticketField.nullable(),
  })
  .describe("One step of the fix plan: one cause is one step.")
  .register(PUBLIC, { id: "Step" });

const owner = z
  .looseObject({ outcome: z.string().describe("A permanent code."), says: z.string(), evidence })
  .describe("Who can change one thing, and by what that is known.")
  .register(PUBLIC, { id: "Owner" });
export const ownershipField = z
  .looseObject({
    subject: z.string(),
    name: z.string().nullable().describe("The name the server should have; null where nobody has named it."),
    ptr: owner,
    forward: owner,
    greeting: owner,
  })
  .describe("Who can change what about one server.")
  .register(PUBLIC, { id: "Ownership" });

export const treeNode = z.looseObject({
  label: z.string(),
  note: z.string().optional(),
  mark: z.boolean().optional().describe("Whether this branch decided."),
  get children() {
    return z.array(treeNode).optional();
  },
});
PUBLIC.add(treeNode, { id: "TreeNode" });
export const exhibitField = z
  .discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("table"), columns: strings, rows: z.array(strings) }),
    z.looseObject({ kind: z.literal("tree"), root: treeNode }),
  ])
  .describe("A table or a tree under a verdict, such as the evaluation of SPF.")
  .register(PUBLIC, { id: "Exhibit" });

export const verdictField = z
  .looseObject({
    subject: z.string().describe("The id of one of subjects."),
    signal: z.string().describe("A permanent id; /signals/<id> says how it is judged."),
    group: z.enum(["reverse", "greeting", "tls", "authentication", "reputation", "control", "receiving", "message"]),
    title: z.string(),
    status: statusField,
    outcome: z.string().describe("A permanent code. Sentences may improve."),
    says: z.string(),
    why: z.string().describe("Why receivers look at it."),
    fix: fix.nullable(),
    whoCares: z.string().nullable().describe("Which receivers act on it."),
    evidence,
    exhibit: exhibitField.nullable(),
    reproduce: strings.describe("Shell commands that show the same thing."),
    references: z.array(z.looseObject({ label: z.string(), url: z.string() })),
    lookups: z.array(z.int()).describe("The questions it rests on, as indexes into lookups."),
  })
  .describe("What one signal concluded about one subject.")
  .register(PUBLIC, { id: "Verdict" });

const points = z.looseObject({ least: z.number(), most: z.number() });
export const receiverField = z
  .looseObject({
    subject: z.string(),
    receiver: z.string().describe("A permanent id; /receivers/<id> has its rules."),
    name: z.string(),
    kind: z.enum(["provider", "software"]),
    setting: z.string().nullable().describe("For software: the option, and that it is off by default where it is."),
    action: z.enum(["accept", "penalise", "defer", "reject", "unknown"]),
    rule: z.string().describe("A permanent code."),
    says: z.string(),
    reply: z.string().nullable().describe("The reply the sender would see."),
    score: z
      .looseObject({ least: z.number(), most: z.number(), sets: z.array(points).optional() })
      .nullable()
      .describe("Points a scoring receiver adds, from the least to the most."),
    thresholds: z
      .array(z.looseObject({ points: z.number(), does: z.string() }))
      .describe("What it does from so many points on."),
    confidence: z.enum(["code", "documentation", "observation"]).optional().describe("How the rule is known."),
    source: z
      .looseObject({ label: z.string(), url: z.string(), version: z.string().optional(), read: z.string() })
      .optional()
      .describe("What the rule was read from, and when."),
    evidence,
  })
  .describe("What one receiver would do with mail from one server, by its published rule.")
  .register(PUBLIC, { id: "Receiver" });

/** A report as programs read it. */
export const publicReport = z
  .looseObject({
    id: z.string().describe("The report’s permanent id."),
    url: z.string().describe("Its permanent address."),
    keptUntil: instant.nullable().describe("When it will be gone (ISO 8601, UTC); null where reports stay."),
    target: targetField,
    path: z.string().describe("The target’s canonical text, as in /check/<path>."),
    context: contextField.optional(),
    state: z.enum(["running", "done"]),
    ended: z
      .enum(["complete", "cancelled", "out-of-time", "interrupted"])
      .optional()
      .describe("How it ended; absent while the check runs."),
    seenAt: instant.describe("When the check began (ISO 8601, UTC)."),
    durationMs: z.number().describe("How long it took."),
    schemaVersion: z.int().describe("The shape of the stored report."),
    rulesVersion: z.string().describe("The rules verdicts were made by."),
    vantage: z
      .looseObject({ label: z.string(), resolvers: strings, ehloName: z.string() })
      .describe("Where we looked from: a label, the resolvers, the name we say in EHLO."),
    headline: headlineField,
    counts,
    fixes: z
      .array(z.looseObject({ signal: z.string(), subject: z.string(), ...fix.shape }))
      .describe("What to do, in order, in short."),
    plan: z.array(stepField).describe("The same in full."),
    ticket: ticketField.nullable().describe("The request for a PTR record, where one is needed."),
    ownership: z.array(ownershipField).describe("Who can change what, for each server that sends."),
    subjects: z.array(subjectField).describe("What was judged."),
    verdicts: z.array(verdictField).describe("What each signal concluded."),
    chains: z.array(chainField).describe("The identity chain of each address."),
    receivers: z
      .array(receiverField)
      .describe(
        "What each receiver would do with mail from each server; for a domain, what mailbox providers make of the PTR record of each address it may send from.",
      ),
    lookups: z.array(lookupField).describe("Every DNS question."),
    sessions: z.array(sessionField).describe("Every SMTP conversation."),
    leftOut: leftOutField.nullable().describe("What our limits for one check left out; null in old reports."),
  })
  .describe("A report. While its check runs, verdicts and the rest fill up.")
  .register(PUBLIC, { id: "Report" });
