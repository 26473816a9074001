import {
  type PoolOptions,
  type PoolPlan,
  type PoolSource,
  type RejectedLine,
  readPoolInput,
} from "../../checks/index.ts";
import { checker } from "../checker/checker.ts";
import { env } from "../env.ts";
import { jobs } from "../jobs/current.ts";
import { anonymous, network } from "../limits.ts";
import { vantage } from "../service-vantage.ts";
import { pools } from "../store/current.ts";
import { newId } from "../store/ids.ts";
import { addPool } from "./work-pool.ts";

/** Pools that may run at once, all together; how many of one network is a setting. */
const ALL_AT_ONCE = 40;
/** How long a pool may take, in milliseconds: the largest one, at the pace of one zone, with room for interruptions. */
const MOST_MS = 2 * 3_600_000;
/** As many lines that could not be used as are kept word for word. */
const MAX_REJECTED = 1_000;

export type PoolStarted =
  | { readonly kind: "started"; readonly id: string; readonly deleteToken: string }
  /** There is nothing among it to look at. */
  | { readonly kind: "nothing"; readonly rejected: readonly RejectedLine[] }
  | { readonly kind: "own" | "full" };

/** Lists the addresses that a pool is asked for, writes it down, and has it looked at. */
export async function createPool(client: string, source: PoolSource, options: PoolOptions): Promise<PoolStarted> {
  const from = vantage();
  const input = readPoolInput(source, from);
  const { entries, rejected, sampled, duplicates } = await checker().expandPool(input);
  if (entries.length === 0) return { kind: "nothing", rejected };
  const [only, ...others] = input.items;
  const plan: PoolPlan = {
    title:
      only && others.length === 0 ? only.text : `${entries.length} ${entries.length === 1 ? "address" : "addresses"}`,
    ...{ options, input: source, sampled, duplicates },
    rejected: rejected.slice(0, MAX_REJECTED),
    rejectedCount: rejected.length,
  };
  const [id, deleteToken, createdAt] = [newId(), newId(), Date.now()];
  const said = await (await pools()).create(
    {
      ...{ id, plan, entries, createdAt, deleteToken, deadline: createdAt + MOST_MS },
      network: await anonymous(network(client)),
    },
    { perNetwork: env().poolsAtOnce, all: ALL_AT_ONCE },
  );
  if (said !== "created") return { kind: said };
  await addPool(await jobs(), id, entries.length);
  return { kind: "started", id, deleteToken };
}
