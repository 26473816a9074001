import type { Fix, Status } from "../../define/signal.ts";
import { prose, type Text } from "../../net/safe-text.ts";
import { PARTIES } from "../../words/parties.ts";
import type { Config } from "./greeting-config.ts";
import type { Guide } from "./guide.ts";
import type { Ticket } from "./ticket.ts";

/** One thing to do, whatever it mends: one cause is one step. */
export interface Step extends Fix {
  readonly kind: "forward" | "ptr" | "greeting" | "other";
  /** The weight of what it mends; a step that only prepares another has that one's. */
  readonly status: Weight;
  readonly subject: string;
  /** The signal it mends first; for a step that only prepares another, what that one mends. */
  readonly signal: string;
  readonly mends: readonly { readonly subject: string; readonly signal: string }[];
  /** Who that is by name, and where they do it: "Hetzner, whose customer you are: Robot → IPs". Absent: nobody is known. */
  readonly by?: Text;
  /** The same at length, and by what it is known. */
  readonly owner?: Text;
  /** The same setting in the words of several programs. */
  readonly configs?: readonly Config[];
  /** Another way to the same end, where the first may not be open: what it is, and its settings. */
  readonly alternative?: { readonly says: Text; readonly configs: readonly Config[] };
  /** Commands that show that it is done, and what they then say. */
  readonly prove: readonly string[];
  readonly proof?: Text;
  /** The name of the server is still to be chosen: records and texts hold an example. */
  readonly nameless?: true;
  readonly ticket?: Ticket;
  readonly guide?: Guide;
}

/** What there is to fix. */
export type Weight = Extract<Status, "fail" | "warn">;
export const WEIGHTS: readonly Weight[] = ["fail", "warn"];

/** The heavier of these; none, and what is unknown, is as light as a warning. */
export const heaviest = (weights: readonly (Weight | "unknown")[]): Weight =>
  weights.includes("fail") ? "fail" : "warn";

/** Who acts: by name where it is known. */
export const whoActs = ({ by, who }: Pick<Step, "by" | "who">): Text => by ?? prose(PARTIES[who]);

/** The place of the step that mends a verdict, counted from 0; -1 where none does. */
export const placeOfStep = (plan: readonly Step[], { subject, signal }: Step["mends"][number]): number =>
  plan.findIndex(({ mends }) => mends.some((mended) => mended.subject === subject && mended.signal === signal));
