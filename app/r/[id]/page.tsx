import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { LiveReport } from "../../../components/client/live-report.tsx";
import { NoticePage } from "../../../components/notice-page.tsx";
import { Page } from "../../../components/page.tsx";
import { apiPath } from "../../../components/paths.ts";
import { ReportView } from "../../../components/report-view.tsx";
import { present } from "../../../lib/checks/present.ts";
import { reportTitle } from "../../../lib/checks/report-title.ts";
import { plain } from "../../../lib/checks/text.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { readReport } from "../../../lib/live/read.ts";

const find = cache(readReport);

export async function generateMetadata({ params }: PageProps<"/r/[id]">): Promise<Metadata> {
  const { id } = await params;
  const found = await find(id);
  const robots = { index: false, follow: false };
  if (found.kind !== "report") return { title: "No such report", robots };
  const { headline } = present(found.report, { id, url: "" });
  return {
    title: reportTitle(found.report),
    description: `${plain(headline.says)} ${plain(headline.because)}`,
    robots,
  };
}

/** One report: fills while its check runs, frozen ever after, at one and the same address. */
export default async function ReportPage({ params }: PageProps<"/r/[id]">) {
  const { id } = await params;
  const found = await find(id);
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <Gone why={found.why} />;
  const report = present(found.report, { id, url: `${originOf(await headers())}/r/${id}` });
  const running = report.state === "running";
  return (
    <Page search={report.path}>
      {running && (
        // Without scripts the page asks for itself until the check is over.
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      <LiveReport running={running} stream={apiPath(id)}>
        <ReportView report={report} />
      </LiveReport>
    </Page>
  );
}

function Gone({ why }: { readonly why: "deleted" | "expired" }) {
  return (
    <NoticePage title="This report is no longer kept.">
      <p>
        {why === "deleted"
          ? "Whoever made it has deleted it. What it said is gone with it."
          : "It was kept for as long as this service keeps reports. What it said is gone with it."}
      </p>
      <p>The target can be looked at anew at any time: put it into the field above.</p>
    </NoticePage>
  );
}
