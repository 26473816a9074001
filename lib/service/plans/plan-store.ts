import { z } from "zod";
import type { WhyGone } from "../missing.ts";
import { shared } from "../shared.ts";
import { database } from "../store/current.ts";
import { hashToken } from "../store/ids.ts";
import { emptied } from "../store/kysely-store.ts";
import { tellRemoved } from "../store/remembered.ts";
import { type Removal, refusalOf } from "../store/removal.ts";
import type { Database } from "../store/tables.ts";
import { addressesOf, type KeptInput, planInput, type Side } from "./plan-input.ts";

/** One address of one round, and the report of its check once that has begun. */
export interface PlanCheck {
  readonly place: number;
  readonly side: Side;
  readonly address: string;
  readonly report?: string;
}

/** A plan or a move with one round of its checks. `deleted` and `expired` ones have lost everything but their id. */
export type StoredPlan =
  | {
      readonly state: "kept";
      readonly id: string;
      readonly input: KeptInput;
      /** The latest round, from 1. */
      readonly latest: number;
      /** The round that these checks belong to, and when it began: epoch milliseconds. */
      readonly round: number;
      readonly seenAt: number;
      /** Until when the checks of the latest round are being begun; 0 once all have. */
      readonly deadline: number;
      readonly checks: readonly PlanCheck[];
      /** All rounds that are kept, the latest first. */
      readonly rounds: readonly { readonly round: number; readonly seenAt: number }[];
    }
  | { readonly state: WhyGone; readonly id: string };
export type KeptPlan = Extract<StoredPlan, { state: "kept" }>;

const planState = z.enum(["kept", "deleted", "expired"]);
const planRow = z.object({
  state: planState,
  input: z.string().nullable(),
  round: z.number(),
  deadline: z.number(),
});
const checkRow = z.object({
  round: z.number(),
  place: z.number(),
  side: z.enum(["before", "after"]),
  address: z.string(),
  report: z.string().nullable(),
  begun_at: z.number(),
});

/** As many rounds of a plan as are kept. */
const ROUNDS = 20;

/**
 * Where plans and moves are kept: what was put in, and for each round which report each address has. The reports are the
 * store's; a plan that is deleted takes those along that were made for it.
 */
export interface PlanStore {
  /** Writes down a new plan with its first round. */
  readonly create: (plan: {
    readonly id: string;
    readonly input: KeptInput;
    readonly deadline: number;
    readonly deleteToken: string;
  }) => Promise<void>;
  /** A plan with its latest round, or another one; undefined where there is no such plan or round. */
  readonly get: (id: string, round?: number) => Promise<StoredPlan | undefined>;
  readonly stateOf: (id: string) => Promise<StoredPlan["state"] | undefined>;
  /** Begins the next round. False where it is no longer at that one: somebody else has begun another. */
  readonly again: (id: string, latest: number, deadline: number) => Promise<boolean>;
  /** Notes the report of an address; `own` where the check was begun for this plan. */
  readonly note: (id: string, round: number, place: number, report: string, own: boolean) => Promise<void>;
  /** All checks of the round have begun, or will not. */
  readonly settle: (id: string, round: number) => Promise<void>;
  readonly remove: (id: string, deleteToken: string) => Promise<Removal>;
  /** Empties plans whose latest round began before that time (epoch milliseconds); says how many. */
  readonly expire: (before: number) => Promise<number>;
}

/** The plans of this process. */
export const plans = (): Promise<PlanStore> => shared("plans", () => database().then(createPlanStore));

/** Plans over any database that Kysely speaks. */
export function createPlanStore({ db }: Pick<Database, "db">): PlanStore {
  const roundRows = (id: string, round: number, input: KeptInput, now: number) =>
    addressesOf(input).map(({ side, address }, place) => ({
      ...{ plan: id, round, place, side, address },
      ...{ report: null, own: 0, begun_at: now },
    }));
  const gone = (state: WhyGone) => ({ state, input: null, delete_hash: "", deadline: 0 });

  return {
    async create({ id, input, deadline, deleteToken }) {
      const now = Date.now();
      const text = JSON.stringify(planInput.parse(input));
      await db.transaction().execute(async (all) => {
        await all
          .insertInto("plans")
          .values({
            ...{ id, kind: input.kind, state: "kept", input: text, round: 1 },
            ...{ made_at: now, seen_at: now, deadline, delete_hash: hashToken(deleteToken) },
          })
          .execute();
        await all
          .insertInto("plan_checks")
          .values(roundRows(id, 1, input, now))
          .execute();
      });
    },

    async get(id, asked) {
      const found = await db
        .selectFrom("plans")
        .select(["state", "input", "round", "deadline"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!found) return undefined;
      const { state, input, round: latest, deadline } = planRow.parse(found);
      if (state !== "kept") return { state, id };
      const rows = z
        .array(checkRow)
        .parse(
          await db
            .selectFrom("plan_checks")
            .select(["round", "place", "side", "address", "report", "begun_at"])
            .where("plan", "=", id)
            .orderBy("round", "desc")
            .orderBy("place")
            .execute(),
        );
      const round = asked ?? latest;
      const checks = rows.filter((row) => row.round === round);
      if (checks.length === 0) return undefined;
      const rounds = [...new Map(rows.map((row) => [row.round, row.begun_at]))].map(([of, seenAt]) => ({
        ...{ round: of, seenAt },
      }));
      return {
        ...{ state, id, latest, round, deadline, rounds },
        input: planInput.parse(JSON.parse(input ?? "")) as KeptInput,
        seenAt: checks[0]?.begun_at ?? 0,
        checks: checks.map(({ place, side, address, report }) => ({
          ...{ place, side, address },
          ...(report === null ? {} : { report }),
        })),
      };
    },

    async stateOf(id) {
      const found = await db.selectFrom("plans").select("state").where("id", "=", id).executeTakeFirst();
      return found && planState.parse(found.state);
    },

    async again(id, latest, deadline) {
      const now = Date.now();
      return db.transaction().execute(async (all) => {
        const found = await all
          .updateTable("plans")
          .set({ round: latest + 1, seen_at: now, deadline })
          .where("id", "=", id)
          .where("state", "=", "kept")
          .where("round", "=", latest)
          .returning("input")
          .executeTakeFirst();
        if (!found) return false;
        const input = planInput.parse(JSON.parse(found.input ?? "")) as KeptInput;
        await all
          .insertInto("plan_checks")
          .values(roundRows(id, latest + 1, input, now))
          .execute();
        await all
          .deleteFrom("plan_checks")
          .where("plan", "=", id)
          .where("round", "<=", latest + 1 - ROUNDS)
          .execute();
        return true;
      });
    },

    async note(id, round, place, report, own) {
      await db
        .updateTable("plan_checks")
        .set({ report, own: own ? 1 : 0 })
        .where("plan", "=", id)
        .where("round", "=", round)
        .where("place", "=", place)
        .execute();
    },

    async settle(id, round) {
      await db.updateTable("plans").set({ deadline: 0 }).where("id", "=", id).where("round", "=", round).execute();
    },

    async remove(id, deleteToken) {
      const refusal = await refusalOf(db, "plans", { id, token: deleteToken });
      if (refusal) return refusal;
      const reports = await db.transaction().execute(async (all) => {
        await all.updateTable("plans").set(gone("deleted")).where("id", "=", id).execute();
        const emptiedToo = await all
          .updateTable("reports")
          .set({ ...emptied, state: "deleted" })
          .where("id", "in", (inner) =>
            inner
              .selectFrom("plan_checks")
              .select("report")
              .where("plan", "=", id)
              .where("own", "=", 1)
              .where("report", "is not", null)
              .$castTo<{ report: string }>(),
          )
          .where("state", "in", ["running", "done"])
          .returning("id")
          .execute();
        await all.deleteFrom("plan_checks").where("plan", "=", id).execute();
        return emptiedToo;
      });
      for (const report of reports) tellRemoved(report.id);
      return "removed";
    },

    async expire(before) {
      return db.transaction().execute(async (all) => {
        const old = await all
          .updateTable("plans")
          .set(gone("expired"))
          .where("state", "=", "kept")
          .where("seen_at", "<", before)
          .returning("id")
          .execute();
        const ids = old.map(({ id }) => id);
        if (ids.length > 0) await all.deleteFrom("plan_checks").where("plan", "in", ids).execute();
        return ids.length;
      });
    },
  };
}
