import { z } from "zod";
import type { IpAddress } from "../net/address.ts";
import { asName, type DomainName } from "../net/domain-name.ts";
import { type ReportedVerdict, reportedVerdict } from "../report/report.ts";

/** Why an address does not match the others of its pool. Permanent codes, in the order in which they weigh. */
export const ODD_CODES = [
  /** It has no PTR record. */
  "no-ptr",
  /** Its PTR name does not resolve back to it, or cannot be looked up at all. */
  "forward",
  /** Its PTR name is the provider's, and no name chosen for a server. */
  "generic",
  /** Its name is of another organisation than the others'. */
  "organisation",
  /** It breaks the naming design: one name for each address, or one name for all. */
  "name",
  /** The name it says in EHLO cannot be resolved. */
  "ehlo",
  /** SPF of the sending domain does not let it send. */
  "spf",
  /** A blocklist has it. */
  "listed",
  /** An IPv6 address under its name has a worse identity. */
  "ipv6",
] as const;
export type OddCode = (typeof ODD_CODES)[number];

export type PoolState = "running" | "done" | "cancelled";

/** As many addresses as one pool looks at. */
export const MAX_POOL = 4096;
/** As many of them as are asked over SMTP. */
export const MAX_ASKED = 16;

/** What was said beside the targets. */
export interface PoolOptions {
  readonly from?: DomainName;
  readonly helo?: string;
  readonly selectors: readonly string[];
}

/** A line that could not be used. */
export interface RejectedLine {
  /** 1-based in a text; the index plus one in a list of targets. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** Something that names more addresses than are looked at: counted exactly, and sampled. */
export interface PoolSample {
  readonly line: number;
  /** What was named: `example.com`, `203.0.112.0/20`. */
  readonly text: string;
  /** Exact, as decimal digits: IPv6 blocks do not fit into a number. */
  readonly count: string;
  readonly taken: number;
  /** A part is missing from the count: a question got no answer, or terms that no list can name. */
  readonly open?: true;
}

/** One address of a pool, before it is looked at. */
export interface PoolEntry {
  readonly address: IpAddress;
  /** The host name it was found under, where one was given. */
  readonly name?: DomainName;
}

/** What a pool is made of: kept as it was asked for. */
export interface PoolPlan {
  /** What it is called in a heading: the one target, or "5 addresses". */
  readonly title: string;
  readonly options: PoolOptions;
  /** What was asked for, to ask for it again: local parts of e-mail addresses are taken out. */
  readonly input: { readonly targets: readonly string[] } | { readonly text: string };
  readonly rejected: readonly RejectedLine[];
  /** How many lines were rejected, where more than are kept. */
  readonly rejectedCount: number;
  readonly sampled: readonly PoolSample[];
  /** How often an address was named again. */
  readonly duplicates: number;
}

/** A list that was asked and did not answer, or does not serve us. */
export interface UnaskedList {
  readonly list: string;
  readonly why: string;
}

/** What was found at one address. Facts and codes; words are rendered on reading. */
export interface PoolLook {
  /** PTR names, as many as are shown; undefined where the question got no answer. */
  readonly ptr?: readonly string[];
  readonly ptrCount: number;
  /** The PTR names that resolve back to the address. */
  readonly confirmed: readonly string[];
  /** Whether the address is forward-confirmed; null where that is not known. */
  readonly isConfirmed: boolean | null;
  /** SMTP: undefined where it was not asked. */
  readonly smtp?: { readonly connection: string; readonly ehlo?: string };
  /** The result of check_host(), where a sending domain was named. */
  readonly spf?: string;
  /** Ids of the blocklists that have it. */
  readonly listed: readonly string[];
  readonly unasked: readonly UnaskedList[];
  /** Of the signals that a pool looks at. */
  readonly verdicts: readonly ReportedVerdict[];
  /** DNS questions it took. */
  readonly questions: number;
}

/** One address of a pool with what was found there, if anything yet. */
export interface PoolRow extends PoolEntry {
  readonly index: number;
  readonly look?: PoolLook;
  /** The id of the address's own full report, where one was made. */
  readonly report?: string;
}

/** A pool as it stands. */
export interface Pool extends PoolPlan {
  readonly state: PoolState;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly finishedAt?: number;
  /** In the order of the input. */
  readonly rows: readonly PoolRow[];
}

// What comes out of a database is foreign: it is read by these.

const strings = z.array(z.string());

const poolLook = z.object({
  ptr: strings.optional(),
  ptrCount: z.number(),
  confirmed: strings,
  isConfirmed: z.boolean().nullable(),
  smtp: z.object({ connection: z.string(), ehlo: z.string().optional() }).optional(),
  spf: z.string().optional(),
  listed: strings,
  unasked: z.array(z.object({ list: z.string(), why: z.string() })),
  verdicts: z.array(reportedVerdict),
  questions: z.number(),
});

const poolPlan = z.object({
  title: z.string(),
  options: z.object({ from: z.string().transform(asName).optional(), helo: z.string().optional(), selectors: strings }),
  input: z.union([z.object({ targets: strings }), z.object({ text: z.string() })]),
  rejected: z.array(z.object({ line: z.number(), text: z.string(), why: z.string() })),
  rejectedCount: z.number(),
  sampled: z.array(
    z.object({
      line: z.number(),
      text: z.string(),
      count: z.string(),
      taken: z.number(),
      open: z.literal(true).optional(),
    }),
  ),
  duplicates: z.number(),
});

/** What was found at an address, as it was stored. Throws where it is none of ours. */
export const readStoredLook = (json: string): PoolLook => poolLook.parse(JSON.parse(json)) as PoolLook;

/** What a pool is made of, as it was stored. Throws where it is none of ours. */
export const readStoredPlan = (json: string): PoolPlan => poolPlan.parse(JSON.parse(json)) as PoolPlan;
