import { z } from "zod";
import { type Clock, type Memory, type Noted, UNTILS } from "../../checks/index.ts";
import type { AskFields } from "../request.ts";
import type { WatchBody } from "../store/watches.ts";

// What the core hands us is kept as it is, and read by the core again.
const own = <T>() => z.custom<T>((value) => typeof value === "object" && value !== null);

const keptBody = z.object({
  target: z.string(),
  from: z.string().optional(),
  helo: z.string().optional(),
  selector: z.array(z.string()).optional(),
  until: z.enum(UNTILS),
  /** The origin by which its maker called this service: links in messages begin with it. */
  origin: z.string(),
  /** The report it was started from. */
  report: z.string().optional(),
  memory: own<Memory>().optional(),
  clocks: z.array(own<Clock>()).default([]),
});
const keptEvent = z.object({ noted: own<Noted>(), met: z.boolean().default(false) });

/** What a watch is about, and what its looks know. */
export type KeptBody = z.infer<typeof keptBody>;
export type KeptEvent = z.infer<typeof keptEvent>;

export const readBody = (body: WatchBody): KeptBody => keptBody.parse(body);
export const readEvent = (body: unknown): KeptEvent => keptEvent.parse(body);

/** The same as it was asked for: read again for each look, because what may be looked at can change. */
export const askOf = ({ target, from, helo, selector }: KeptBody): AskFields => ({ target, from, helo, selector });
