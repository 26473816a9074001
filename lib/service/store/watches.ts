import { z } from "zod";
import { holdAlone } from "./hold-alone.ts";
import { hashToken, isTokenOf } from "./ids.ts";
import type { Database, Tables } from "./tables.ts";

/** What a watch is about and what its looks know, as its makers in `watches/` write it. */
export type WatchBody = Readonly<Record<string, unknown>>;

export interface NewWatch {
  readonly id: string;
  readonly body: WatchBody;
  /** Epoch milliseconds, as all times here. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly webhook?: { readonly url: string; readonly secret: string; readonly note?: string };
  readonly owner: WatchOwner;
  readonly token: string;
}

/** Hashes of whose a watch counts as while it runs: a network, and its IPv6 /48. */
export interface WatchOwner {
  readonly network: string;
  readonly site?: string;
}

export interface Renewal {
  readonly expiresAt: number;
  /** When one that has ended looks again. */
  readonly nextAt: number;
  readonly event: NewEvent;
  /** Whose it counts as from then on, where it counts as nobody's any more. */
  readonly owner: WatchOwner;
}

export interface StoredWatch {
  readonly id: string;
  readonly state: "waiting" | "met" | "expired" | "stopped";
  readonly body: WatchBody;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly metAt?: number;
  readonly endedAt?: number;
  readonly nextAt?: number;
  readonly looks: number;
  readonly webhook?: { readonly url: string; readonly secret?: string };
  readonly note?: string;
  readonly deleteHash: string;
}

/** A line of what it has seen; `body` as its makers wrote it. */
export interface StoredEvent {
  readonly n: number;
  readonly look: number;
  readonly at: number;
  readonly body: unknown;
  readonly report?: string;
  readonly wantsReport: boolean;
  readonly told?: "open" | "delivered" | "failed";
  readonly tries: number;
}

export interface NewEvent {
  readonly at: number;
  readonly body: unknown;
  readonly report?: string;
  readonly wantsReport?: boolean;
  /** Whether somebody is to be told. */
  readonly tell?: boolean;
}

/** What a look changes. Absent: it stays. */
export interface LookResult {
  readonly body?: WatchBody;
  readonly state?: StoredWatch["state"];
  readonly metAt?: number;
  /** It looks no more. */
  readonly endedAt?: number;
  readonly nextAt?: number;
  readonly events: readonly NewEvent[];
}

/** How many may run: of one network, of one IPv6 /48, and altogether. */
export interface WatchLimits {
  readonly network: number;
  readonly site: number;
  readonly all: number;
}

/** Where watches are kept. What a method has acknowledged survives the death of the process. */
export interface Watches {
  /** Says whose limit is reached where nothing is written. */
  readonly create: (watch: NewWatch, limits: WatchLimits) => Promise<"created" | "own" | "full">;
  /** `gone`: it was there, and nothing is left of it. */
  readonly get: (id: string) => Promise<StoredWatch | "gone" | undefined>;
  /** Whether it has events, and which; the first one first. */
  readonly events: (id: string) => Promise<readonly StoredEvent[]>;
  /** Writes down look number `look`. False where that was done already, or the watch has ended: nothing is written then. */
  readonly looked: (id: string, look: number, result: LookResult) => Promise<boolean>;
  /** Notes the report of a look's events, or that there will be none. */
  readonly reported: (id: string, look: number, report: string | undefined) => Promise<void>;
  /** Notes what became of the message about a look. */
  readonly told: (
    id: string,
    look: number,
    told: { readonly state: "open" | "delivered" | "failed"; readonly tries: number; readonly note?: string },
  ) => Promise<void>;
  /** Sends no more messages. */
  readonly unhook: (id: string, note: string) => Promise<void>;
  /** Whether this is its maker's token; undefined where there is no such watch. */
  readonly isMakers: (id: string, token: string) => Promise<boolean | "gone" | undefined>;
  /**
   * Lets it run until then, also where it has ended by itself, if its new owner may have one more running. `over`: it was
   * stopped, or is not there.
   */
  readonly renew: (id: string, renewal: Renewal, limits: WatchLimits) => Promise<"renewed" | "own" | "full" | "over">;
  /** Running ones whose next look was due before that time, and those with something left to be told. */
  readonly overdue: (before: number, limit: number) => Promise<readonly string[]>;
  /** Empties those that ended before that time; says how many. */
  readonly forget: (endedBefore: number) => Promise<number>;
  readonly running: () => Promise<number>;
}

/** As many events are kept of one watch: the first ones, and the latest. */
const [FIRST_EVENTS, LATEST_EVENTS] = [20, 180];

const state = z.enum(["waiting", "met", "expired", "stopped"]);
const row = z.object({
  id: z.string(),
  state: z.union([state, z.literal("gone")]),
  body: z.string().nullable(),
  created_at: z.number(),
  expires_at: z.number(),
  met_at: z.number().nullable(),
  ended_at: z.number().nullable(),
  next_at: z.number().nullable(),
  looks: z.number(),
  webhook: z.string().nullable(),
  secret: z.string().nullable(),
  note: z.string().nullable(),
  delete_hash: z.string(),
});
const eventRow = z.object({
  n: z.number(),
  look: z.number(),
  at: z.number(),
  body: z.string(),
  report: z.string().nullable(),
  wants_report: z.number(),
  told: z.enum(["open", "delivered", "failed"]).nullable(),
  tries: z.number(),
});

const columnsOf = ({ network, site }: WatchOwner) => ({ network, site: site ?? null });

export function createWatches({ db, dialect }: Database): Watches {
  const insertEvents = async (
    at: Pick<Database["db"], "selectFrom" | "insertInto" | "deleteFrom">,
    watch: string,
    look: number,
    events: readonly NewEvent[],
  ) => {
    if (events.length === 0) return;
    const last = await at
      .selectFrom("watch_events")
      .select(({ fn }) => fn.max("n").as("n"))
      .where("watch", "=", watch)
      .executeTakeFirst();
    const before = last?.n ?? 0;
    const rows = events.map((event, i): Tables["watch_events"] => ({
      ...{ watch, look, n: before + i + 1, at: event.at, body: JSON.stringify(event.body), tries: 0 },
      report: event.report ?? null,
      wants_report: event.wantsReport ? 1 : 0,
      told: event.tell ? "open" : null,
    }));
    await at.insertInto("watch_events").values(rows).execute();
    await at
      .deleteFrom("watch_events")
      .where("watch", "=", watch)
      .where("n", ">", FIRST_EVENTS)
      .where("n", "<=", before + rows.length - LATEST_EVENTS)
      .execute();
  };
  const count = async (
    at: Pick<Database["db"], "selectFrom">,
    column?: "network" | "site",
    value?: string,
  ): Promise<number> => {
    const running = at
      .selectFrom("watches")
      .select(({ fn }) => fn.countAll().as("count"))
      .where("ended_at", "is", null);
    const found = await (column && value !== undefined
      ? running.where(column, "=", value)
      : running
    ).executeTakeFirstOrThrow();
    return Number(found.count);
  };

  /** Whose limit one more would be over. */
  const limitReached = async (
    at: Pick<Database["db"], "selectFrom">,
    { network, site }: WatchOwner,
    limits: WatchLimits,
  ): Promise<"own" | "full" | undefined> => {
    if ((await count(at, "network", network)) >= limits.network) return "own";
    if (site !== undefined && (await count(at, "site", site)) >= limits.site) return "own";
    return (await count(at)) >= limits.all ? "full" : undefined;
  };

  return {
    create: ({ id, body, createdAt, expiresAt, webhook, owner, token }, limits) =>
      db.transaction().execute(async (at) => {
        await holdAlone(at, dialect, "watches");
        const reached = await limitReached(at, owner, limits);
        if (reached) return reached;
        await at
          .insertInto("watches")
          .values({
            ...{ id, state: "waiting", body: JSON.stringify(body), created_at: createdAt, expires_at: expiresAt },
            ...{ met_at: null, ended_at: null, next_at: createdAt, looks: 0 },
            ...{ webhook: webhook?.url ?? null, secret: webhook?.secret ?? null, note: webhook?.note ?? null },
            ...{ ...columnsOf(owner), delete_hash: hashToken(token) },
          })
          .execute();
        return "created";
      }),

    async get(id) {
      const found = await db.selectFrom("watches").selectAll().where("id", "=", id).executeTakeFirst();
      if (!found) return undefined;
      const read = row.parse(found);
      if (read.state === "gone" || read.body === null) return "gone";
      return {
        id,
        state: read.state,
        body: z.record(z.string(), z.unknown()).parse(JSON.parse(read.body)),
        createdAt: read.created_at,
        expiresAt: read.expires_at,
        ...(read.met_at === null ? {} : { metAt: read.met_at }),
        ...(read.ended_at === null ? {} : { endedAt: read.ended_at }),
        ...(read.next_at === null ? {} : { nextAt: read.next_at }),
        looks: read.looks,
        ...(read.webhook === null
          ? {}
          : { webhook: { url: read.webhook, ...(read.secret === null ? {} : { secret: read.secret }) } }),
        ...(read.note === null ? {} : { note: read.note }),
        deleteHash: read.delete_hash,
      };
    },

    async events(id) {
      const found = await db.selectFrom("watch_events").selectAll().where("watch", "=", id).orderBy("n").execute();
      return found.map((one) => {
        const { n, look, at, body, report, wants_report, told, tries } = eventRow.parse(one);
        return {
          ...{ n, look, at, body: JSON.parse(body) as unknown, tries, wantsReport: wants_report === 1 },
          ...(report === null ? {} : { report }),
          ...(told === null ? {} : { told }),
        };
      });
    },

    looked: (id, look, result) =>
      db.transaction().execute(async (at) => {
        const { body, state: to, metAt, endedAt, nextAt, events } = result;
        const { numUpdatedRows } = await at
          .updateTable("watches")
          .set({
            looks: look + 1,
            next_at: endedAt === undefined ? (nextAt ?? null) : null,
            ...(body ? { body: JSON.stringify(body) } : {}),
            ...(to ? { state: to } : {}),
            ...(metAt === undefined ? {} : { met_at: metAt }),
            ...(endedAt === undefined ? {} : { ended_at: endedAt, network: null, site: null }),
          })
          .where("id", "=", id)
          .where("looks", "=", look)
          .where("ended_at", "is", null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        await insertEvents(at, id, look, events);
        return true;
      }),

    async reported(id, look, report) {
      await db
        .updateTable("watch_events")
        .set({ report: report ?? null, wants_report: 0 })
        .where("watch", "=", id)
        .where("look", "=", look)
        .where("wants_report", "=", 1)
        .execute();
    },

    async told(id, look, { state: told, tries, note }) {
      await db
        .updateTable("watch_events")
        .set({ told, tries })
        .where("watch", "=", id)
        .where("look", "=", look)
        .where("told", "=", "open")
        .execute();
      await db
        .updateTable("watches")
        .set({ note: note ?? null })
        .where("id", "=", id)
        .execute();
    },

    async unhook(id, note) {
      await db
        .updateTable("watch_events")
        .set({ told: "failed" })
        .where("watch", "=", id)
        .where("told", "=", "open")
        .execute();
      await db.updateTable("watches").set({ secret: null, note }).where("id", "=", id).execute();
    },

    async isMakers(id, token) {
      const found = await db
        .selectFrom("watches")
        .select(["state", "delete_hash"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!found) return undefined;
      return found.state === "gone" ? "gone" : isTokenOf(found.delete_hash, token);
    },

    renew: (id, { expiresAt, nextAt, event, owner }, limits) =>
      db.transaction().execute(async (at) => {
        await holdAlone(at, dialect, "watches");
        const found = await at.selectFrom("watches").selectAll().where("id", "=", id).executeTakeFirst();
        if (!found || found.state === "gone" || found.state === "stopped") return "over";
        const runs = found.ended_at === null;
        const reached = runs ? undefined : await limitReached(at, owner, limits);
        if (reached) return reached;
        const again = { ended_at: null, next_at: nextAt, state: found.met_at === null ? "waiting" : "met" };
        await at
          .updateTable("watches")
          .set({ expires_at: expiresAt, ...(runs ? {} : { ...again, ...columnsOf(owner) }) })
          .where("id", "=", id)
          .execute();
        await insertEvents(at, id, found.looks, [event]);
        return "renewed";
      }),

    async overdue(before, limit) {
      const [looks, open] = await Promise.all([
        db
          .selectFrom("watches")
          .select("id")
          .where("ended_at", "is", null)
          .where("next_at", "<", before)
          .limit(limit)
          .execute(),
        db
          .selectFrom("watch_events")
          .select("watch as id")
          .distinct()
          .where(({ or, eb }) => or([eb("told", "=", "open"), eb("wants_report", "=", 1)]))
          .where("at", "<", before)
          .limit(limit)
          .execute(),
      ]);
      return [...new Set([...looks, ...open].map(({ id }) => id))];
    },

    async forget(endedBefore) {
      const { numUpdatedRows } = await db
        .updateTable("watches")
        .set({ state: "gone", body: null, webhook: null, secret: null, note: null, delete_hash: "" })
        .where("ended_at", "<", endedBefore)
        .where("state", "!=", "gone")
        .executeTakeFirstOrThrow();
      await db
        .deleteFrom("watch_events")
        .where("watch", "in", db.selectFrom("watches").select("id").where("state", "=", "gone"))
        .execute();
      return Number(numUpdatedRows);
    },

    running: () => count(db),
  };
}
