import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ListenView } from "../../../components/listen/listen-view.tsx";
import { LiveReport } from "../../../components/report/live-report.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { apiPath, listenApiPath, reportPath } from "../../../components/ui/paths.ts";
import { ReloadWithoutScripts } from "../../../components/ui/reload-without-scripts.tsx";
import { present } from "../../../lib/checks/index.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { readListen } from "../../../lib/http/listens.ts";
import { oneLiners } from "../../../lib/listener/one-liners.ts";
import { sidesOf } from "../../../lib/listener/sides.ts";
import { standInFor } from "../../../lib/service/demo.ts";
import { addressesOf, dialled, stateOf } from "../../../lib/service/listens/current.ts";
import { readReport } from "../../../lib/service/live/read-report.ts";

export const metadata: Metadata = {
  title: "See what your server says when it sends",
  robots: { index: false, follow: false },
};

/** After so long a session whose check has not begun has none, in milliseconds. */
const SETTLED_MS = 60_000;

/** Who has sent to an address: fills while it lives, and says for a day what was seen. */
export default async function ListenedPage({ params }: PageProps<"/listen/[id]">) {
  const { id } = await params;
  const held = await readListen(id);
  if (!held) notFound();
  const state = stateOf(held);
  const latest = held.sessions.at(-1);
  const found = latest?.report ? await readReport(latest.report) : undefined;
  const report = found?.kind === "report" ? found.report : undefined;
  const reportId = latest?.report ?? "";
  const { refuse, read } = addressesOf(held);
  const { host, port } = dialled();
  const at = { id: reportId, url: `${originOf(await headers())}${reportPath(reportId)}` };
  const checking = report?.state === "running";
  const live = checking || state !== "expired";
  return (
    <Page search="">
      {live && <ReloadWithoutScripts seconds={5} />}
      <LiveReport running={live} stream={checking ? apiPath(reportId) : listenApiPath(id)}>
        <ListenView
          state={state}
          address={refuse}
          readAddress={read}
          expiresAt={held.expiresAt}
          commands={oneLiners(refuse, host, port)}
          sessions={held.sessions}
          sides={latest && sidesOf(latest.seen, held.expect, report)}
          expect={held.expect}
          report={report && present(report, at)}
          awaited={latest !== undefined && Date.now() - latest.seen.at < SETTLED_MS}
          standIn={latest && standInFor(latest.seen.address)}
        />
      </LiveReport>
    </Page>
  );
}
