import type { Vantage } from "../facts/vantage.ts";
import { chooseForSmtp } from "../pool/choose.ts";
import type { Pool, PoolOptions, PoolRow } from "../pool/pool.ts";
import { presentPool } from "../pool/present-pool.ts";
import type { PresentedPool } from "../pool/presented-pool.ts";
import { type ExpandedPool, expandPool } from "../run/pool/expand.ts";
import { createPoolLooker } from "../run/pool/look.ts";
import { type PoolSource, readPoolInput } from "../target/pool-input.ts";

/** Looks at a whole pool in this process, as the service's jobs do it: for tests of the core. */
export async function lookAtPool(
  source: PoolSource,
  vantage: Vantage,
  options: PoolOptions = { selectors: [] },
): Promise<{ readonly pool: Pool; readonly shown: PresentedPool; readonly expanded: ExpandedPool }> {
  const expanded = await expandPool(readPoolInput(source, vantage), vantage);
  const looker = createPoolLooker(vantage, options, new AbortController().signal);
  const rows: PoolRow[] = await Promise.all(
    expanded.entries.map(async (entry, index) => ({ ...entry, index, look: await looker.look(entry) })),
  );
  for (const { index, look, ...entry } of chooseForSmtp(rows, options.from))
    if (look) rows[index] = { index, ...entry, look: await looker.ask(entry, look) };
  const { rejected, sampled, duplicates } = expanded;
  const pool: Pool = {
    ...{ title: "a pool", options, input: source, rejected, rejectedCount: rejected.length, sampled, duplicates },
    ...{ state: "done", createdAt: 0, finishedAt: 1000, rows },
  };
  return { pool, shown: presentPool(pool, { id: "x", url: "https://np.example/pool/x", now: 1000 }), expanded };
}
