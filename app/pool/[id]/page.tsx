import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PoolGone } from "../../../components/pool/pool-gone.tsx";
import { readPoolQuery } from "../../../components/pool/pool-query.ts";
import { PoolView } from "../../../components/pool/pool-view.tsx";
import { LiveReport } from "../../../components/report/live-report.tsx";
import { PoolSinceNotice } from "../../../components/report/since-notice.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { poolApiPath, poolFilePath, poolPath } from "../../../components/ui/paths.ts";
import { ReloadWithoutScripts } from "../../../components/ui/reload-without-scripts.tsx";
import { comparePools, type Pool, type PresentedPool, plain, presentPool } from "../../../lib/checks/index.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { lastDayOf } from "../../../lib/service/live/last-day.ts";
import { readPool } from "../../../lib/service/pools/read-pool.ts";

const find = cache(readPool);

export async function generateMetadata({ params }: PageProps<"/pool/[id]">): Promise<Metadata> {
  const { id } = await params;
  const found = await find(id);
  const robots = { index: false, follow: false };
  if (found.kind !== "pool") return { title: "No such pool", robots };
  const pool = await presented(id, found.pool);
  const origin = originOf(await headers());
  const description = `${plain(pool.verdict.says)} ${plain(pool.verdict.because)}`.trim();
  return {
    title: pool.title,
    description,
    robots,
    alternates: {
      canonical: pool.url,
      types: {
        "application/json": origin + poolFilePath(id, "json"),
        "text/csv": origin + poolFilePath(id, "csv"),
        "text/markdown": origin + poolFilePath(id, "md"),
      },
    },
    openGraph: { type: "article", siteName: "Nameplate", title: pool.title, description, url: pool.url },
  };
}

/**
 * One pool: fills while its addresses are looked at, frozen ever after, at one and the same address. What its table shows
 * is in the query; with `?since=<id>` it also leads to what has changed since that pool.
 */
export default async function PoolPage({ params, searchParams }: PageProps<"/pool/[id]">) {
  const { id } = await params;
  const found = await find(id);
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <PoolGone why={found.why} />;
  const query = await searchParams;
  const pool = await presented(id, found.pool);
  const running = pool.state === "running";
  const before = await earlier(query.since, pool);
  return (
    <Page search="">
      {running && <ReloadWithoutScripts seconds={2} />}
      {before && <PoolSinceNotice before={before} after={{ id, running }} />}
      <LiveReport running={running} stream={poolApiPath(id)} pause={pauseOf(pool)}>
        <PoolView pool={pool} query={readPoolQuery(query)} keptUntil={lastDayOf({ seenAt: pool.createdAt })} />
      </LiveReport>
      <page-folds hidden />
    </Page>
  );
}

const presented = cache(
  async (id: string, pool: Pool): Promise<PresentedPool> =>
    presentPool(pool, { id, url: originOf(await headers()) + poolPath(id), now: Date.now() }),
);

/** How long to wait before a running page is drawn again, in milliseconds: a large one is more to draw. */
const pauseOf = ({ rows }: PresentedPool): number => (rows.length > 256 ? 1000 : 300);

/** The finished pool that this one was started from, and whether anything differs since. */
async function earlier(since: string | string[] | undefined, pool: PresentedPool) {
  if (typeof since !== "string" || since === pool.id) return undefined;
  const found = await find(since);
  if (found.kind !== "pool" || found.pool.state === "running") return undefined;
  const seenAt = new Date(found.pool.createdAt).toISOString();
  if (pool.state === "running") return { id: since, seenAt, differs: false, unknown: false };
  const { changed, added, removed, notKnown } = comparePools(await presented(since, found.pool), pool);
  return { id: since, seenAt, differs: changed.length + added.length + removed.length > 0, unknown: notKnown > 0 };
}
