import { z } from "zod";
import { instant, PUBLIC, statusField, strings } from "../report/public-parts.ts";
import { MAX_POOL, ODD_CODES } from "./pool.ts";

/*
 * A pool as programs read it, field by field, as reports are in `public-report.ts`: loose where it is answered, strict
 * where it is asked.
 */

const name = z.string().max(1000).optional();

export const poolRequest = z
  .strictObject({
    targets: z
      .array(z.string().max(1000))
      .max(10_000)
      .optional()
      .describe("Addresses, ranges (203.0.113.1-203.0.113.9), CIDR blocks, host names, domains: one in each entry."),
    text: z.string().optional().describe("The same as text or CSV, one in each line."),
    from: name.describe("The domain you send as: SPF is then looked at for every address."),
    helo: name.describe("The name your servers say in EHLO."),
    selectors: z.array(z.string().max(255)).max(100).optional().describe("DKIM selectors you sign with."),
  })
  .register(PUBLIC, { id: "PoolRequest" });

export const poolCountsField = z
  .looseObject({
    pass: z.int(),
    warn: z.int(),
    fail: z.int(),
    unknown: z.int(),
    pending: z.int().describe("Not looked at yet."),
    odd: z.int().describe("Rows that do not match the others."),
    asked: z.int().describe("Rows that were asked over SMTP."),
  })
  .describe("How many rows have each status.")
  .register(PUBLIC, { id: "PoolCounts" });

export const poolRowField = z
  .looseObject({
    target: z.string().describe("The address."),
    name: z.string().optional().describe("The host name it was found under, where one was given."),
    status: z.enum([...statusField.options, "pending"]).describe("pending: not looked at yet."),
    ptr: z
      .string()
      .nullable()
      .describe("The PTR name that stands for the address; null where there is none, or where open has no-ptr."),
    names: strings.optional().describe("All PTR names that were kept, where there are several."),
    confirmed: z.boolean().nullable().describe("Whether the name resolves back; null where that is not known."),
    ehlo: z
      .string()
      .nullable()
      .describe('What the server says in EHLO: a name, "not asked", or null where it said none or did not answer.'),
    listed: strings.describe("The blocklists that have it; there may be more where open has listed."),
    spf: z.string().nullable().describe("The result of SPF for from; null where no domain was named, or not known."),
    odd: z
      .array(z.enum(ODD_CODES))
      .describe("Why it does not match the others, heaviest first; empty where it does. Codes are permanent."),
    open: z
      .array(z.enum(ODD_CODES))
      .optional()
      .describe("Of the codes of odd, those of which nothing is known: no answer, or not asked. Absent while pending."),
    reasons: strings.optional().describe("Those of odd in words."),
    report: z.string().optional().describe("The address of its own full report, where one was made."),
  })
  .describe("One address of a pool.")
  .register(PUBLIC, { id: "PoolRow" });

const poolVerdictField = z
  .looseObject({
    status: statusField,
    outcome: z.string().describe("A permanent code."),
    says: z.string().describe("One sentence."),
    because: z.string().describe("What it rests on; may be empty."),
  })
  .describe("Whether the addresses are one pool. While it runs: so far.")
  .register(PUBLIC, { id: "PoolVerdict" });

export const publicPool = z
  .looseObject({
    id: z.string(),
    url: z.string().describe("The page of the pool."),
    state: z.enum(["running", "done", "cancelled"]),
    title: z.string(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    from: z.string().nullable(),
    helo: z.string().nullable(),
    selectors: strings,
    total: z.int().describe(`Addresses, at most ${MAX_POOL}.`),
    done: z.int(),
    counts: poolCountsField,
    verdict: poolVerdictField,
    naming: z.enum(["own", "shared", "mixed", "unknown"]).describe("One name for each address, or one name for all."),
    notes: z.array(z.looseObject({ code: z.string(), says: z.string() })).describe("What is to be said beside it."),
    rejected: z
      .array(
        z.looseObject({
          line: z.int().describe("1-based in text; the index plus one in targets."),
          text: z.string(),
          why: z.string().describe("One sentence, with what would work."),
        }),
      )
      .describe("Lines that could not be used."),
    rows: z.array(poolRowField),
  })
  .describe("Several addresses, and whether they are one pool. While it runs, rows fill up.")
  .register(PUBLIC, { id: "Pool" });

const progressField = z
  .looseObject({
    done: z.int(),
    total: z.int(),
    left: z.int(),
    phase: z.enum(["dns", "smtp", "over"]).describe("smtp: the chosen servers are being asked."),
    rate: z.number().nullable().describe("Addresses a minute."),
    secondsLeft: z.number().nullable(),
  })
  .register(PUBLIC, { id: "PoolProgress" });

export const poolLine = z
  .union([
    z.looseObject({
      row: poolRowField,
      progress: progressField,
      total: z.int(),
      done: z.int(),
      counts: poolCountsField,
      verdict: poolVerdictField,
    }),
    z.looseObject({ pool: publicPool }),
  ])
  .describe(
    "One line of a stream: a row as it is looked at, and again when its odd or status changes, with how far the pool has come; at the end the pool.",
  )
  .register(PUBLIC, { id: "PoolLine" });

const rowPair = z.looseObject({
  target: z.string(),
  turn: z.enum(["worse", "better", "other"]),
  before: poolRowField,
  after: poolRowField,
  changes: z.array(z.looseObject({ field: z.string(), says: z.string() })),
});

export const publicPoolComparison = z
  .looseObject({
    before: z.looseObject({ id: z.string(), url: z.string(), createdAt: instant }),
    after: z.looseObject({ id: z.string(), url: z.string(), createdAt: instant }),
    says: z.string(),
    changed: z.array(rowPair).describe("Addresses of both that differ, those that turned worse first."),
    added: z.array(poolRowField),
    removed: z.array(poolRowField),
    unchanged: z.int(),
    notKnown: z.int().describe("Those that show no change but could not be judged at one of the two times."),
  })
  .describe("What changed between two pools, or in one pool between two times.")
  .register(PUBLIC, { id: "PoolComparison" });
