import { z } from "zod";
import { type CheckEvent, type ReportedLookup, type ReportedVerdict, reportSchema } from "../../checks/index.ts";

/** What a verdict rests on, as far as its presentation needs to know. */
export type LookupMarks = Pick<ReportedLookup, "subjects" | "facts">;

/** What is told of a check while it runs, wherever it runs. */
export type Followed =
  | Exclude<CheckEvent, { kind: "verdict" }>
  | { readonly kind: "verdict"; readonly verdict: ReportedVerdict; readonly lookups: readonly LookupMarks[] };

/** Where an instance answers the others. A path of its own that no page has; without the secret nothing is there. */
export const INTERNAL = "/internal/checks/";

/** What becomes of an attempt to stop a check. */
export const cancelled = z.enum(["stopped", "shared", "over"]);
/** The instance that runs it may not answer: whether the check goes on is not known then. */
export type Cancelled = z.infer<typeof cancelled> | "unreachable";

const strings = z.array(z.string()).readonly();
const { subjects, verdicts } = reportSchema.shape;

/** One line of the stream between instances. An empty line says that the check still runs. */
export const followedLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("subject"), subject: subjects.unwrap().element }),
  z.object({
    kind: z.literal("verdict"),
    verdict: verdicts.unwrap().element,
    lookups: z.array(z.object({ subjects: strings, facts: strings })).readonly(),
  }),
  z.object({ kind: z.literal("end") }),
]);

/** How often an instance says so where nothing else is to be said, in milliseconds. */
export const PING_MS = 1_000;
