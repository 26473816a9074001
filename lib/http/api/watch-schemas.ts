import { z } from "zod";
import { instant, PUBLIC, strings, UNTILS } from "../../checks/index.ts";

/** What programs send and get of watches: requests are strict, answers loose, as everywhere. */

const name = z.string().max(1000).optional();

export const watchRequest = z
  .strictObject({
    target: z.string().max(10_000).optional().describe("An address, a host name or a domain."),
    until: z
      .string()
      .max(100)
      .optional()
      .describe("What to wait for: ptr, confirmed, delisted, resolvers-agree or any-change."),
    webhook: z.string().max(2000).optional().describe("Where messages are sent to, by https."),
    from: name.describe("The domain you send as."),
    helo: name.describe("The name your server says in EHLO."),
    selectors: z.array(z.string().max(255)).max(100).optional().describe("DKIM selectors you sign with."),
  })
  .register(PUBLIC, { id: "WatchRequest" });

export const startedWatch = z
  .looseObject({
    id: z.string(),
    url: z.string().describe("Its page."),
    feed: z.string().describe("Its Atom feed."),
    expiresAt: instant,
    secret: z.string().describe("Signs its messages (Standard Webhooks). It is given once."),
  })
  .register(PUBLIC, { id: "StartedWatch" });

const watchEvent = z
  .looseObject({
    at: instant,
    outcome: z.string().describe("A permanent code: a signal’s outcome, or a word of the watch."),
    status: z.enum(["pass", "warn", "fail", "info", "skipped", "unknown"]),
    says: z.string(),
    met: z.boolean().describe("With this event, what was waited for had come."),
    report: z.string().optional().describe("The id of the report that was made of it."),
  })
  .register(PUBLIC, { id: "WatchEvent" });

export const watchState = z
  .looseObject({
    id: z.string(),
    url: z.string(),
    feed: z.string(),
    target: z.string().describe("The target’s canonical text."),
    until: z.enum(UNTILS),
    state: z.enum(["waiting", "met", "expired", "stopped"]),
    createdAt: instant,
    expiresAt: instant,
    metAt: instant.nullable().describe("When what was waited for was seen first."),
    nextAt: instant.nullable().describe("When it looks again; null where no further look follows."),
    events: z
      .array(watchEvent)
      .describe("What was seen when, the first event first; of very many the middle is left out."),
    resolvers: z.array(
      z.looseObject({
        resolver: z.string().nullable().describe("Who runs it; null: it is this service’s own."),
        address: z.string(),
        name: z.string().describe("The name that was asked for."),
        rcode: z.string(),
        records: strings,
        ttl: z.int().nullable().describe("For how long it says the same, in seconds."),
        seenAt: instant,
      }),
    ),
    webhook: z
      .looseObject({ host: z.string(), note: z.string().optional().describe("What is the matter with it.") })
      .nullable(),
  })
  .describe("A watch as it stands.")
  .register(PUBLIC, { id: "Watch" });
