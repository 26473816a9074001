import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ComparisonView } from "../../../../components/compare/comparison-view.tsx";
import { GoneNotice } from "../../../../components/report/gone-notice.tsx";
import { Page } from "../../../../components/ui/page.tsx";
import { reportPath } from "../../../../components/ui/paths.ts";
import { compareReports, present, reportTitle } from "../../../../lib/checks/index.ts";
import { readReport } from "../../../../lib/service/live/read-report.ts";

type Props = PageProps<"/compare/[before]/[after]">;

const find = cache(readReport);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find((await params).after);
  const robots = { index: false, follow: false };
  return found.kind === "report"
    ? { title: `${reportTitle(found.report)}: what changed`, robots }
    : { title: "No such report", robots };
}

/** Two reports side by side. Who has both links may compare them; it asks nobody anything. */
export default async function ComparePage({ params }: Props) {
  const ids = await params;
  const [before, after] = await Promise.all([find(ids.before), find(ids.after)]);
  const gone = [before, after].find((found) => found.kind === "gone");
  if (gone) return <GoneNotice why={gone.why} />;
  if (before.kind !== "report" || after.kind !== "report") notFound();
  // What is not over cannot be compared yet; its page leads here when it is.
  if (before.report.state === "running") redirect(reportPath(ids.before));
  if (after.report.state === "running") redirect(`${reportPath(ids.after)}?since=${ids.before}`);
  const [earlier, later] = [
    present(before.report, { id: ids.before, url: "" }),
    present(after.report, { id: ids.after, url: "" }),
  ];
  return (
    <Page search={after.report.path}>
      <ComparisonView before={earlier} after={later} comparison={compareReports(earlier, later)} />
    </Page>
  );
}
