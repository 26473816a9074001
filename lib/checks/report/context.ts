import { z } from "zod";

const strings = z.array(z.string()).readonly();

/**
 * What a pasted bounce or pasted headers said, kept with the report that was made from them: codes and names, never the
 * text, never the local part of an address. What it means is rendered on reading.
 */
export const reportContext = z.object({
  kind: z.enum(["bounce", "headers"]),
  /** The class of the refusal, see `lib/inbound/bounce/causes.ts`. */
  cause: z.string().optional(),
  permanence: z.string().optional(),
  /** Who said it: the id of a known receiver, or a host name. */
  receiver: z.string().optional(),
  /** Reply code, enhanced status code, the receiver's own codes. */
  codes: strings,
  /** The blocklist that was named. */
  list: z.string().optional(),
  /** What the receiver recorded, by name: address, name, helo, spf, dkim, dmarc, iprev. */
  saw: z.record(z.string(), z.string()),
  /** Where the text had several outcomes: which of them this is, counted from 1, and of how many. */
  outcome: z.object({ at: z.number(), of: z.number() }).optional(),
  /** How many `Received` fields stood below the one that was read. */
  below: z.number().optional(),
});
export type ReportContext = Readonly<z.infer<typeof reportContext>>;
