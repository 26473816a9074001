import { z } from "zod";
import { parseAddress, type SentMessage } from "../../checks/view.ts";
import type { Session } from "../../listener/desk.ts";
import type { Seen } from "../../listener/seen.ts";
import type { Database } from "../store/tables.ts";
import { newToken } from "./token.ts";

/** What the maker of an address thinks its server does when it sends. */
export interface Expected {
  readonly address?: string;
  readonly helo?: string;
}

/** An address that was made to be sent to. Its token is the local part, and the link to its page. */
export interface Listen {
  readonly id: string;
  /** What links to it begin with. */
  readonly origin: string;
  readonly expect: Expected;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** One session with it. */
export interface HeldSession {
  readonly id: string;
  readonly seen: Seen;
  readonly reply: string;
  /** The id of the report of its check. */
  readonly report?: string;
  /** What was read of its message, and its header without local parts. */
  readonly message?: HeldMessage;
}

export interface HeldMessage {
  readonly found: SentMessage;
  readonly header: string;
}

export interface ListenRead extends Listen {
  /** The first one first. */
  readonly sessions: readonly HeldSession[];
}

/** How long an address is listened for, in milliseconds. */
export const LISTEN_MS = 3_600_000;
/** How long what was seen is kept after the address was made, in milliseconds. */
export const KEPT_MS = 24 * 3_600_000;
/** As many sessions as are kept of one address. */
export const MAX_SESSIONS = 50;

/** Where addresses and their sessions are kept, for all instances on the same database. */
export interface Listens {
  readonly make: (origin: string, expect: Expected) => Promise<Listen>;
  /** The address alone; undefined where nobody made it, or it is forgotten. */
  readonly find: (id: string) => Promise<Listen | undefined>;
  readonly read: (id: string) => Promise<ListenRead | undefined>;
  /** Keeps a session, or what has been added to it. One too many is not kept. */
  readonly record: (listen: string, session: Session) => Promise<void>;
  readonly setReport: (session: string, report: string) => Promise<void>;
  readonly setMessage: (session: string, message: HeldMessage) => Promise<void>;
  /** Forgets what was made before its time; says how many. */
  readonly forget: (now: number) => Promise<number>;
}

const listenRow = z
  .object({
    id: z.string(),
    origin: z.string(),
    expect_address: z.string().nullable(),
    expect_helo: z.string().nullable(),
    expires_at: z.number(),
  })
  .transform(
    ({ id, origin, expect_address, expect_helo, expires_at }): Listen => ({
      id,
      origin,
      expect: {
        ...(expect_address === null ? {} : { address: expect_address }),
        ...(expect_helo === null ? {} : { helo: expect_helo }),
      },
      expiresAt: expires_at,
    }),
  );

// What comes out of a database is foreign too: see kysely-store.ts.
const seenBody = z.object({
  at: z.number(),
  address: z.string().transform((text, context) => {
    const address = parseAddress(text);
    if (address) return address;
    context.addIssue({ code: "custom", message: "an address" });
    return z.NEVER;
  }),
  port: z.number(),
  helo: z.string().nullable(),
  verb: z.enum(["EHLO", "HELO"]).nullable(),
  tls: z.object({ version: z.string(), cipher: z.string() }).nullable(),
  tlsFailure: z.string().optional(),
  mailFrom: z.string().nullable(),
  earlyTalker: z.boolean(),
  pipelined: z.boolean(),
  injected: z.boolean(),
  bareLf: z.boolean(),
  steps: z.array(z.object({ ms: z.number(), by: z.enum(["client", "server"]), says: z.string() })),
});

const text = z.string().exactOptional();
const messageBody = z.object({
  found: z.object({
    from: text,
    dkim: z.array(
      z.object({
        ...{ domain: z.string(), selector: z.string(), algorithm: text, keyBits: z.number().exactOptional() },
        ...{ result: z.string(), why: text, aligned: z.boolean() },
      }),
    ),
    spf: z.object({ result: z.string(), domain: text }),
    dmarc: z.object({ result: z.string(), policy: text, spfAligned: z.boolean(), dkimAligned: z.boolean() }),
    arc: z.object({ result: z.string(), sets: z.number() }),
    messageIds: z.array(z.string()),
    dates: z.array(z.string()),
    listUnsubscribe: z.object({ schemes: z.array(z.string()), oneClick: z.boolean() }).exactOptional(),
    hops: z.array(z.object({ from: text, address: text, by: text })),
  }),
  header: z.string(),
}) satisfies z.ZodType<HeldMessage>;

const sessionRow = z
  .object({
    id: z.string(),
    seen: z.string(),
    reply: z.string(),
    report: z.string().nullable(),
    message: z.string().nullable(),
  })
  .transform(
    ({ id, seen, reply, report, message }): HeldSession => ({
      id,
      seen: seenBody.parse(JSON.parse(seen)),
      reply,
      ...(report === null ? {} : { report }),
      ...(message === null ? {} : { message: messageBody.parse(JSON.parse(message)) }),
    }),
  );

export function createListens({ db }: Pick<Database, "db">): Listens {
  const find = async (id: string) => {
    const found = await db
      .selectFrom("listens")
      .select(["id", "origin", "expect_address", "expect_helo", "expires_at"])
      .where("id", "=", id)
      .executeTakeFirst();
    return found && listenRow.parse(found);
  };
  return {
    async make(origin, expect) {
      const listen = { id: newToken(), origin, expect, expiresAt: Date.now() + LISTEN_MS };
      await db
        .insertInto("listens")
        .values({
          id: listen.id,
          origin,
          expect_address: expect.address ?? null,
          expect_helo: expect.helo ?? null,
          expires_at: listen.expiresAt,
        })
        .execute();
      return listen;
    },

    find,

    async read(id) {
      const listen = await find(id);
      if (!listen) return undefined;
      const rows = await db
        .selectFrom("listen_sessions")
        .select(["id", "seen", "reply", "report", "message"])
        .where("listen", "=", id)
        .orderBy("seen_at")
        .orderBy("id")
        .limit(MAX_SESSIONS)
        .execute();
      return { ...listen, sessions: z.array(sessionRow).parse(rows) };
    },

    async record(listen, { id, seen, reply }) {
      const values = { seen: JSON.stringify(seen), reply };
      const { numUpdatedRows } = await db
        .updateTable("listen_sessions")
        .set(values)
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return;
      const { count } = await db
        .selectFrom("listen_sessions")
        .select(({ fn }) => fn.countAll().as("count"))
        .where("listen", "=", listen)
        .executeTakeFirstOrThrow();
      if (Number(count) >= MAX_SESSIONS) return;
      await db
        .insertInto("listen_sessions")
        .values({ id, listen, seen_at: seen.at, ...values, report: null, message: null })
        .execute();
    },

    async setReport(session, report) {
      await db.updateTable("listen_sessions").set({ report }).where("id", "=", session).execute();
    },

    async setMessage(session, message) {
      await db
        .updateTable("listen_sessions")
        .set({ message: JSON.stringify(message) })
        .where("id", "=", session)
        .execute();
    },

    async forget(now) {
      const before = now - KEPT_MS + LISTEN_MS;
      const old = db.selectFrom("listens").select("id").where("expires_at", "<", before);
      await db.deleteFrom("listen_sessions").where("listen", "in", old).execute();
      const { numDeletedRows } = await db
        .deleteFrom("listens")
        .where("expires_at", "<", before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
