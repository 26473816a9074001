import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { LogView } from "../../../components/log/log-view.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { SHOW, takeShown } from "../../../lib/http/shown-once.ts";
import { packTable, tableOfLog } from "../../../lib/service/kept-logs/kept-log.ts";

export const metadata: Metadata = { title: "Mail came back", robots: { index: false, follow: false } };

/** As much of a packed table as is put into its page, for the button that keeps it, in octets. */
const MOST_PACKED = 40_000;

/** The table of a pasted log, once: it is rendered in answer to the form and kept nowhere. */
export default async function LogPage() {
  const shown = takeShown((await headers()).get(SHOW));
  if (!shown) redirect("/bounce");
  const packed = await packTable(tableOfLog(shown.log, shown.meant));
  return (
    <Page at="/bounce">
      <LogView
        log={shown.log}
        meant={shown.meant}
        keep={packed.length <= MOST_PACKED ? Buffer.from(packed).toString("base64url") : undefined}
      />
    </Page>
  );
}
