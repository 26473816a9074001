import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "../../../components/ui/page.tsx";
import { reportPath } from "../../../components/ui/paths.ts";
import { WatchForm } from "../../../components/watch/watch-form.tsx";
import { present } from "../../../lib/checks/index.ts";
import { readReport } from "../../../lib/service/live/read-report.ts";

export const metadata: Metadata = { title: "Tell me when", robots: { index: false, follow: false } };

/** The form that starts a watch, for the target of `?report=<id>`. */
export default async function NewWatchPage({ searchParams }: PageProps<"/watch/new">) {
  const { report: id } = await searchParams;
  const found = typeof id === "string" ? await readReport(id) : undefined;
  if (found?.kind !== "report" || typeof id !== "string") notFound();
  const report = present(found.report, { id, url: "" });
  return (
    <Page search={report.path} narrow>
      <h1 className="text-2xl tracking-tight">
        Watch <span className="font-mono break-all">{report.path}</span>
      </h1>
      <p className="mt-2 text-ink-2">
        It is looked at again for up to 72 hours. The watch has a page and a feed, and you can stop it.{" "}
        <a href={reportPath(id)}>Back to the report</a>
      </p>
      <WatchForm report={report} />
    </Page>
  );
}
