import { z } from "zod";
import { instant, PUBLIC, strings } from "../../checks/index.ts";

/** What programs send and get of plans and moves: requests are strict, answers loose, as everywhere. */

const name = z.string().max(1000);
const lines = z.array(z.string().max(1000)).max(200);
const selectors = z.array(z.string().max(255)).max(100).optional().describe("DKIM selectors you sign with.");

export const planRequest = z
  .strictObject({
    from: name.describe("The domain you send as."),
    name: name.optional().describe("The server’s host name: the name PTR record, address record and EHLO shall say."),
    helo: name.optional().describe("The same, as other requests call it."),
    addresses: lines.optional().describe("The addresses mail leaves from, at most 16."),
    text: z.string().max(20_000).optional().describe("The same as text, one address a line."),
    selectors,
    ipv6: z.enum(["complete", "off"]).optional().describe("off: mail deliberately leaves over IPv4 only."),
  })
  .register(PUBLIC, { id: "PlanRequest" });

export const moveRequest = z
  .strictObject({
    before: lines.describe("The old addresses, at most 16."),
    after: lines.describe("The new ones, or those of the fail-over site, at most 16."),
    from: name.optional().describe("The domain you send as."),
    name: name.optional().describe("The host name that the new server shall have."),
    helo: name.optional().describe("The same, as other requests call it."),
    selectors,
    purpose: z.enum(["move", "fail-over"]).optional().describe("What it is for; move where it is not there."),
  })
  .register(PUBLIC, { id: "MoveRequest" });

const tick = z
  .enum(["done", "missing", "improve", "open", "waits", "unknown", "not-needed"])
  .describe(
    "done: a live check ticks it. missing: a verdict fails. improve: one warns. open: the reader has to decide. waits: another line has the cause. unknown: could not be found out. not-needed: does not apply.",
  );
const look = {
  tick,
  says: z.string(),
  does: z.string().optional().describe("What to do about it."),
  signal: z.string().optional().describe("The verdict that it shows."),
  outcome: z.string().optional(),
};
const line = z
  .looseObject({
    id: z.string().describe("A permanent code."),
    title: z.string(),
    tick,
    says: z.string(),
    does: z.string().optional(),
    who: z.string().optional().describe("Who does it, where that is known."),
    looks: z.array(z.looseObject({ address: z.string(), ...look, report: z.string().optional() })),
  })
  .describe("A line of the checklist, and what it is for each address, the worst first.")
  .register(PUBLIC, { id: "ChecklistLine" });
const confirmation = z
  .looseObject({ id: z.string().describe("A permanent code."), title: z.string(), says: z.string() })
  .describe("Something that only the operator can confirm.")
  .register(PUBLIC, { id: "Confirmation" });
const snippet = z
  .looseObject({
    id: z.enum(["own", "reverse"]).describe("own: for your zones. reverse: for whoever holds the reverse zones."),
    text: z.string().describe("Lines of a zone file; what is there already is commented out."),
    missing: z.int().describe("How many of the records are missing."),
    unknown: z.int().describe("How many could not be looked up: they are not in the text."),
  })
  .register(PUBLIC, { id: "ZoneSnippet" });
const handOver = z
  .looseObject({
    id: z.string().describe("A permanent code."),
    title: z.string(),
    address: z.string().optional().describe("Absent for what is the domain’s."),
    now: strings.describe("The record as it was seen."),
    known: z.boolean().describe("Whether it could be looked up: if not, an empty now says nothing."),
    who: z.string().describe("Who can change it."),
    where: z.string().optional().describe("By name and with the place, where that is known."),
    usually: z.string().describe("How long it usually takes."),
    ttl: z.int().optional().describe("Seconds; absent where none was answered."),
    ticket: z.looseObject({ ready: z.boolean(), lang: z.string(), subject: z.string(), body: z.string() }).optional(),
    guide: z.string().optional().describe("The page that tells how it is set."),
  })
  .describe("A row of the hand-over sheet.")
  .register(PUBLIC, { id: "HandOverRow" });
const check = z
  .looseObject({
    address: z.string(),
    side: z.enum(["before", "after"]),
    state: z.enum(["waiting", "running", "done", "none"]).describe("none: not begun, or no longer kept."),
    report: z.string().optional().describe("The report’s id."),
    url: z.string().optional(),
  })
  .describe("One address and its check.")
  .register(PUBLIC, { id: "PlanCheck" });

const about = {
  id: z.string(),
  url: z.string(),
  state: z.enum(["running", "done"]),
  seenAt: instant.describe("When this round of checks began."),
  round: z.int().describe("Which round of checks this is, from 1."),
  from: z.string().optional(),
  name: z.string().optional(),
  selectors: strings,
  checks: z.array(check),
  readiness: z.enum(["ready", "not-ready", "unknown"]),
  says: z.string().describe("The answer in a sentence."),
  because: z.string().describe("What follows; may be empty."),
  zone: z.array(snippet),
  handOver: z.array(handOver),
};

export const publicPlan = z
  .looseObject({
    ...about,
    addresses: strings,
    ipv6: z.enum(["complete", "off"]),
    done: z.int().describe("How many lines are done."),
    of: z.int(),
    lines: z.array(line),
    confirm: z.array(confirmation),
    receivers: z.array(z.looseObject({ address: z.string(), report: z.string(), says: z.string() })),
  })
  .describe("A plan: the checklist of addresses that go into service, made from the reports of their checks.")
  .register(PUBLIC, { id: "Plan" });

const side = z
  .looseObject({ status: z.enum(["pass", "warn", "fail", "info", "skipped", "unknown"]), says: z.string() })
  .nullable();
const difference = z
  .looseObject({
    id: z.string().describe("A permanent code."),
    title: z.string(),
    before: side,
    after: side,
    differs: z.boolean().describe("Known on both sides, and not the same."),
    unknown: z.boolean().describe("One side could not be checked: whether they differ is not known."),
  })
  .register(PUBLIC, { id: "Difference" });
const stance = z.enum(["refuses", "defers", "adds-points", "cannot-tell", "no-objection", "no-rule"]);
const pair = z
  .looseObject({
    before: z.looseObject({ address: z.string(), report: z.string() }),
    after: z.looseObject({ address: z.string(), report: z.string() }),
    differences: z.array(difference),
    receivers: z.looseObject({
      before: z.string(),
      after: z.string(),
      changed: z.array(z.looseObject({ receiver: z.string(), name: z.string(), before: stance, after: stance })),
    }),
  })
  .describe("An old address and the one that takes its place.")
  .register(PUBLIC, { id: "AddressPair" });
const task = z
  .looseObject({
    id: z.string().describe("A permanent code."),
    title: z.string(),
    says: z.string(),
    tick: z.enum([...tick.options, "confirm"]).describe("confirm: only the operator can say."),
    does: z.string().optional(),
    who: z.string().optional(),
  })
  .register(PUBLIC, { id: "MoveTask" });

export const publicMove = z
  .looseObject({
    ...about,
    purpose: z.enum(["move", "fail-over"]),
    before: strings,
    after: strings,
    pairs: z.array(pair),
    phases: z.array(
      z.looseObject({
        id: z.enum(["before", "during", "after"]),
        title: z.string(),
        tasks: z.array(task),
      }),
    ),
  })
  .describe(
    "A move, or the rehearsal of a fail-over site: what differs, and what has to be done before, during and after.",
  )
  .register(PUBLIC, { id: "Move" });

/** One line of a stream. */
export const planLine = z
  .union([z.looseObject({ check }), z.looseObject({ plan: publicPlan })])
  .describe("One line of a stream: each address as its check goes on, at the end the plan.")
  .register(PUBLIC, { id: "PlanLine" });
export const moveLine = z
  .union([z.looseObject({ check }), z.looseObject({ move: publicMove })])
  .describe("One line of a stream: each address as its check goes on, at the end the move.")
  .register(PUBLIC, { id: "MoveLine" });
