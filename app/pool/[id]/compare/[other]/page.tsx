import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { PoolComparisonView } from "../../../../../components/pool/pool-comparison.tsx";
import { PoolGone } from "../../../../../components/pool/pool-gone.tsx";
import { Page } from "../../../../../components/ui/page.tsx";
import { poolPath } from "../../../../../components/ui/paths.ts";
import { comparePools, type Pool, presentPool } from "../../../../../lib/checks/index.ts";
import { originOf } from "../../../../../lib/http/headers.ts";
import { readPool } from "../../../../../lib/service/pools/read-pool.ts";

export const metadata: Metadata = { title: "What changed in the pool", robots: { index: false, follow: false } };

/** Two pools side by side: the first as it was before, the second as it was after. Who has both links may compare them. */
export default async function ComparePoolsPage({ params }: PageProps<"/pool/[id]/compare/[other]">) {
  const { id, other } = await params;
  const [before, after] = await Promise.all([readPool(id), readPool(other)]);
  const gone = [before, after].find((found) => found.kind === "gone");
  if (gone) return <PoolGone why={gone.why} />;
  if (before.kind !== "pool" || after.kind !== "pool") notFound();
  // What is not over cannot be compared yet; its page leads here when it is.
  if (before.pool.state === "running") redirect(poolPath(id));
  if (after.pool.state === "running") redirect(`${poolPath(other)}?since=${id}`);
  const origin = originOf(await headers());
  const present = (of: string, pool: Pool) =>
    presentPool(pool, { id: of, url: origin + poolPath(of), now: Date.now() });
  return (
    <Page search="">
      <PoolComparisonView comparison={comparePools(present(id, before.pool), present(other, after.pool))} />
    </Page>
  );
}
