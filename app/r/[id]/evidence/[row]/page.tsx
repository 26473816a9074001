import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EvidenceOf, hasEvidence } from "../../../../../components/report/evidence-of.tsx";
import { GoneNotice } from "../../../../../components/report/gone-notice.tsx";
import { fullReportPath, reportPath } from "../../../../../components/ui/paths.ts";
import { present, reportTitle } from "../../../../../lib/checks/index.ts";
import { originOf } from "../../../../../lib/http/headers.ts";
import { readReport } from "../../../../../lib/service/live/read-report.ts";

type Props = PageProps<"/r/[id]/evidence/[row]">;

export const metadata: Metadata = { title: "Evidence", robots: { index: false, follow: false } };

/**
 * What was seen of one row of a report. The report's page fetches it when the row is unfolded; opened by itself it is a
 * small page with a link to the report.
 */
export default async function EvidencePage({ params }: Props) {
  const { id, row } = await params;
  const found = await readReport(id);
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <GoneNotice why={found.why} />;
  const report = present(found.report, { id, url: originOf(await headers()) + reportPath(id) });
  if (!hasEvidence({ report, row })) notFound();
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-[70rem] p-7 text-sm max-md:p-4">
      <h1 className="text-lg">
        Evidence of the report of <bdi>{reportTitle(report)}</bdi>
      </h1>
      <p className="my-2">
        <a href={`${fullReportPath(id)}#${row}`}>The full report</a>
      </p>
      <EvidenceOf report={report} row={row} />
    </main>
  );
}
