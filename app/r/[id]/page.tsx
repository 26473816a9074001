import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { GoneNotice } from "../../../components/report/gone-notice.tsx";
import { LiveReport } from "../../../components/report/live-report.tsx";
import { RepeatNotice } from "../../../components/report/repeat-notice.tsx";
import { ReportView } from "../../../components/report/report-view.tsx";
import { SinceNotice } from "../../../components/report/since-notice.tsx";
import { CARD_SIZE, cardWords } from "../../../components/report/social-card.tsx";
import { Page } from "../../../components/ui/page.tsx";
import {
  apiPath,
  cardPath,
  deletePath,
  jsonPath,
  markdownPath,
  reportPath,
  textPath,
} from "../../../components/ui/paths.ts";
import { ReloadWithoutScripts } from "../../../components/ui/reload-without-scripts.tsx";
import { compareReports, type PresentedReport, plain, present, reportTitle } from "../../../lib/checks/index.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { lastDayOf } from "../../../lib/service/live/last-day.ts";
import { readReport } from "../../../lib/service/live/read-report.ts";
import { againIn } from "../../../lib/service/live/repeats.ts";
import { store } from "../../../lib/service/store/current.ts";

const find = cache(readReport);

export async function generateMetadata({ params }: PageProps<"/r/[id]">): Promise<Metadata> {
  const { id } = await params;
  const found = await find(id);
  const robots = { index: false, follow: false };
  if (found.kind !== "report") return { title: "No such report", robots };
  const origin = originOf(await headers());
  const report = present(found.report, { id, url: origin + reportPath(id) });
  const title = reportTitle(report);
  const description = `${plain(report.headline.says)} ${plain(report.headline.because)}`.trim();
  const image = { url: origin + cardPath(id), ...CARD_SIZE, type: "image/png", alt: cardWords(report) };
  return {
    title,
    description,
    robots,
    alternates: {
      canonical: report.url,
      types: {
        "application/json": origin + jsonPath(id),
        "text/markdown": origin + markdownPath(id),
        "text/plain": origin + textPath(id),
      },
    },
    openGraph: { type: "article", siteName: "Nameplate", title, description, url: report.url, images: [image] },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}

/**
 * One report: fills while its check runs, frozen ever after, at one and the same address. With `?since=<id>` it also
 * leads to what has changed since that one; with `?full` all evidence stands in the page, with `?lang=` its ticket
 * is in that language. `?deleted` is where deleting it leads, and can be undone for a minute.
 */
export default async function ReportPage({ params, searchParams }: PageProps<"/r/[id]">) {
  const { id } = await params;
  const found = await find(id);
  if (found.kind === "unknown") notFound();
  const { since, full, repeated, lang, deleted } = await searchParams;
  if (found.kind === "gone") {
    const mayUndo = deleted !== undefined && found.why === "deleted" && (await (await store()).isRestorable(id));
    return <GoneNotice why={found.why} undo={mayUndo ? deletePath(id) : undefined} />;
  }
  const at = { id, url: `${originOf(await headers())}/r/${id}` };
  const report = present(found.report, { ...at, ...(typeof lang === "string" ? { lang } : {}) });
  const running = report.state === "running";
  const before = await earlier(since, report);
  const again = repeated === undefined ? 0 : againIn(Date.parse(report.seenAt));
  return (
    <Page search={report.path}>
      {running && <ReloadWithoutScripts seconds={2} />}
      {again > 0 && <RepeatNotice seconds={again} />}
      {before && <SinceNotice before={before} after={{ id, running }} />}
      <LiveReport running={running} stream={apiPath(id)}>
        <ReportView report={report} keptUntil={lastDayOf(report)} full={full !== undefined} />
      </LiveReport>
    </Page>
  );
}

/** The finished report that this one was started from, and whether anything differs since. */
async function earlier(since: string | string[] | undefined, report: PresentedReport) {
  if (typeof since !== "string" || since === report.id) return undefined;
  const found = await find(since);
  if (found.kind !== "report" || found.report.state !== "done") return undefined;
  const { seenAt } = found.report;
  if (report.state === "running") return { id: since, seenAt, differs: false, unknown: false };
  const comparison = compareReports(present(found.report, { id: since, url: "" }), report);
  const { changed, facts, notKnown, unanswered } = comparison;
  const [differs, unknown] = [changed.length + facts.length > 0, notKnown.length + unanswered.length > 0];
  return { id: since, seenAt, differs, unknown };
}
