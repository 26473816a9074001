import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { HiddenFields, HiddenOptions } from "../../../components/forms/hidden-fields.tsx";
import { FreshCheck } from "../../../components/report/fresh-check.tsx";
import { ReportView } from "../../../components/report/report-view.tsx";
import { Timeline } from "../../../components/report/timeline.tsx";
import { Button } from "../../../components/ui/button.tsx";
import { NoticePage } from "../../../components/ui/notice-page.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { HISTORY } from "../../../components/ui/paths.ts";
import { Value } from "../../../components/ui/rich-text.tsx";
import { present, type Target, targetPath, targetQuery, targetTitle } from "../../../lib/checks/index.ts";
import { decoded } from "../../../lib/http/decoded.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { FRESH_MS, historyOf, LISTED } from "../../../lib/service/live/history.ts";
import { lastDayOf } from "../../../lib/service/live/last-day.ts";
import { readReport } from "../../../lib/service/live/read-report.ts";
import { readAsk } from "../../../lib/service/request.ts";
import { vantage } from "../../../lib/service/service-vantage.ts";

type Props = PageProps<"/check/[target]">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: targetTitle((await targetOf(props)).target), robots: { index: false, follow: false } };
}

/** Bookmarkable: the latest report of a target. Opening it starts nothing; scripts or the button do. */
export default async function CheckPage(props: Props) {
  const { target, path } = await targetOf(props);
  const history = await historyOf(path, LISTED);
  const found = await latest(history[0]?.id);
  const stale = !found || Date.now() - Date.parse(found.report.seenAt) > FRESH_MS;
  const { from, helo, selectors } = target.claims;
  // With options the fresh report is about something else: what it differs in is no change.
  const since = targetQuery(target.claims) === "" ? found?.id : undefined;
  const fresh = stale && <FreshCheck body={JSON.stringify({ target: path, from, helo, selectors })} since={since} />;
  if (!found)
    return (
      <NoticePage search={path} title={<Value>{targetTitle(target)}</Value>}>
        <p>No report of this target is kept yet.</p>
        <form method="post" action="/check">
          <HiddenFields fields={{ target: path }} />
          <HiddenOptions options={target.claims} />
          <Button primary>Check now</Button>
        </form>
        {fresh}
      </NoticePage>
    );
  return (
    <Page search={path}>
      <div className="mb-3 rounded-md border border-line-2 bg-brass-bg px-4 py-2 text-sm print:hidden">
        This is the latest report of this target. Its permanent link is <a href={`/r/${found.id}`}>/r/{found.id}</a>.{" "}
        {history.length > 1 && <a href={HISTORY}>Earlier reports</a>} {fresh}
      </div>
      <ReportView
        report={present(found.report, { id: found.id, url: `${originOf(await headers())}/r/${found.id}` })}
        keptUntil={lastDayOf(found.report)}
      />
      <Timeline entries={history} />
    </Page>
  );
}

async function latest(id: string | undefined) {
  const reading = id && (await readReport(id));
  return id && reading && reading.kind === "report" ? { id, report: reading.report } : undefined;
}

/** The target of the address, with the options of its query; other spellings are led to the canonical one. */
async function targetOf({ params, searchParams }: Props): Promise<{ target: Target; path: string }> {
  const text = decoded((await params).target);
  const { from, helo, selector } = await searchParams;
  const reading = readAsk({ target: text, from, helo, selector }, vantage());
  // The form says what is wrong with it.
  if (!reading.ok) redirect(`/?${new URLSearchParams({ q: text })}`);
  const { target } = reading;
  const path = targetPath(target);
  // The signal that `ptr:` and the like ask for is a place on the page, and no part of what the page is.
  const place = target.focus ? `#${target.focus}` : "";
  if (text !== path) redirect(`/check/${encodeURI(path)}${targetQuery(target.claims)}${place}`);
  return { target, path };
}
