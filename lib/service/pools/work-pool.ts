import { z } from "zod";
import { chooseForSmtp, type IpAddress, inTurns, type PoolLook, type PoolRow } from "../../checks/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { vantage } from "../service-vantage.ts";
import { pools } from "../store/current.ts";
import type { StoredRow } from "../store/pools.ts";
import { gate } from "./gate.ts";
import { askOrUnknown, isClosing, joinRun, lookOrUnknown } from "./runs.ts";
import { wakePool } from "./wakes.ts";

/** The jobs that look at pools. */
export const POOL_JOBS = "pools";

/** Addresses that one job looks at: what another instance takes over at one go where this one dies. */
const PART = 128;

/** One part of a pool is looked at, or, after all of them, the chosen servers are asked. */
const job = z.union([
  z.object({
    pool: z.string(),
    part: z.int(),
    /** Addresses of the whole pool: whoever does this job puts in those for its other parts. */
    of: z.int().optional(),
  }),
  z.object({ pool: z.string(), ask: z.literal(true) }),
]);

/** Puts in what is to be done for a new pool: one job, which brings the others along. */
export const addPool = (jobs: Pick<Jobs, "add">, pool: string, total: number): Promise<void> =>
  jobs.add(POOL_JOBS, { pool, part: 0, of: total });

async function addOtherParts(jobs: Pick<Jobs, "add">, pool: string, total: number): Promise<void> {
  for (let part = 1; part * PART < total; part++) await jobs.add(POOL_JOBS, { pool, part });
}

/** Does one job. Done twice it is as if once: each row is written where it was not, and ended is ended. */
export async function workOnPool(payload: object, jobs: Pick<Jobs, "add">): Promise<void> {
  const read = job.parse(payload);
  const store = await pools();
  const head = await store.head(read.pool);
  if (head?.state !== "running") return;
  // The guard does not know our own addresses from the start.
  await vantage().ready;
  const run = await joinRun(read.pool, head.plan);
  try {
    if ("ask" in read) await askChosen(read.pool, head.plan.options.from, run);
    else
      await Promise.all([
        lookAtPart(read.pool, read.part, run),
        read.of === undefined ? undefined : addOtherParts(jobs, read.pool, read.of),
      ]);
    if (run.signal.aborted) {
      // What this process leaves undone as it ends is put in anew: that is no failure.
      if (isClosing()) await jobs.add(POOL_JOBS, payload);
      return;
    }
    if ("ask" in read) await store.finish(read.pool);
    else if ((await store.waiting(read.pool)) === 0)
      await jobs.add(POOL_JOBS, { pool: read.pool, ask: true }, { key: read.pool });
  } finally {
    run.leave();
    wakePool(read.pool);
  }
}

type Run = Awaited<ReturnType<typeof joinRun>>;

/** Looks at those addresses of a part that nobody has looked at. */
async function lookAtPart(pool: string, part: number, { signal, looker, writer }: Run): Promise<void> {
  const rows = await (await pools()).rows(pool, part * PART, (part + 1) * PART);
  const waiting = rows.filter(({ stage }) => stage === 0);
  await Promise.all(
    waiting.map((row) =>
      gate().pass(pool, async () => {
        if (signal.aborted) return;
        const look = await lookOrUnknown(looker, entryOf(row));
        // What was broken off says nothing about the address.
        if (!signal.aborted) await writer.write({ place: row.place, stage: 1, look });
      }),
    ),
  );
}

/** Asks the chosen servers that nobody has asked. They are chosen by DNS alone, so that whoever goes on chooses the same. */
async function askChosen(pool: string, from: string | undefined, { signal, looker, writer }: Run): Promise<void> {
  const stored = await (await pools()).rows(pool);
  const rows = stored.map((row): PoolRow => ({ index: row.place, ...entryOf(row), ...beforeAsking(row) }));
  const chosen = new Set(chooseForSmtp(rows, from).map(({ index }) => index));
  const waiting = stored.filter((row) => row.stage === 1 && chosen.has(row.place));
  await inTurns(waiting, waiting.length, async (row) => {
    if (!row.look) return;
    const look = await askOrUnknown(looker, entryOf(row), row.look);
    if (!signal.aborted) await writer.write({ place: row.place, stage: 2, look });
  });
}

const entryOf = ({ address, name }: StoredRow) => ({
  address: address as IpAddress,
  ...(name === undefined ? {} : { name: name as never }),
});

/** What was found of a row by DNS. */
function beforeAsking({ look, stage }: StoredRow): { readonly look?: PoolLook } {
  if (!look) return {};
  const { smtp: _, ...rest } = look;
  return {
    look: stage < 2 ? rest : { ...rest, verdicts: rest.verdicts.filter(({ signal }) => signal !== "ehlo-name") },
  };
}
