import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { KeptLogView, LogGone } from "../../../components/log/kept-log-view.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { logFilePath, logPath } from "../../../components/ui/paths.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { headlineOf, tableOf } from "../../../lib/inbound/log/table.ts";
import { readKeptLog } from "../../../lib/service/kept-logs/read-kept-log.ts";
import { lastDayOf } from "../../../lib/service/live/last-day.ts";

const find = cache(readKeptLog);

export async function generateMetadata({ params }: PageProps<"/log/[id]">): Promise<Metadata> {
  const { id } = await params;
  const found = await find(id);
  const robots = { index: false, follow: false };
  if (found.kind !== "log") return { title: "No such table", robots };
  const origin = originOf(await headers());
  const url = origin + logPath(id);
  const [title, description] = ["Table of a mail log", headlineOf(tableOf(found.log.table.readings))];
  return {
    title,
    description,
    robots,
    alternates: {
      canonical: url,
      types: {
        "application/json": origin + logFilePath(id, "json"),
        "text/csv": origin + logFilePath(id, "csv"),
        "text/markdown": origin + logFilePath(id, "md"),
      },
    },
    openGraph: { type: "article", siteName: "Nameplate", title, description, url },
  };
}

/** The table of a log that its reader chose to keep, at a permanent address. */
export default async function KeptLogPage({ params }: PageProps<"/log/[id]">) {
  const { id } = await params;
  const found = await find(id);
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <LogGone why={found.why} />;
  const { keptAt, table } = found.log;
  const seenAt = new Date(keptAt).toISOString();
  return (
    <Page at="/bounce">
      <KeptLogView
        id={id}
        url={originOf(await headers()) + logPath(id)}
        table={table}
        seenAt={seenAt}
        keptUntil={lastDayOf({ seenAt })}
      />
    </Page>
  );
}
