import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { LogView } from "../../../components/log/log-view.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { packedForPage } from "../../../lib/http/kept-logs/keep.ts";
import { SHOW, takeShown } from "../../../lib/http/shown-once.ts";

export const metadata: Metadata = { title: "Mail came back", robots: { index: false, follow: false } };

/** The table of a pasted log, once: it is rendered in answer to the form and kept nowhere. */
export default async function LogPage() {
  const shown = takeShown((await headers()).get(SHOW));
  if (!shown) redirect("/bounce");
  const { log, meant } = shown;
  return (
    <Page at="/bounce">
      <LogView log={log} meant={meant} keep={await packedForPage(log, meant)} />
    </Page>
  );
}
