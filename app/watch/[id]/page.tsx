import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Page } from "../../../components/ui/page.tsx";
import { watchApiPath } from "../../../components/ui/paths.ts";
import { ReloadWithoutScripts } from "../../../components/ui/reload-without-scripts.tsx";
import { GoneWatch } from "../../../components/watch/gone-watch.tsx";
import { LiveWatch } from "../../../components/watch/live-watch.tsx";
import { watchMark } from "../../../components/watch/watch-mark.ts";
import { WatchView } from "../../../components/watch/watch-view.tsx";
import { originOf } from "../../../lib/http/headers.ts";
import { readWatchAt } from "../../../lib/service/watches/read-watch.ts";

type Props = PageProps<"/watch/[id]">;

const find = cache(async (id: string) => readWatchAt(id, originOf(await headers())));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find((await props.params).id);
  const robots = { index: false, follow: false };
  if (found.kind !== "watch") return { title: "No such watch", robots };
  const { title, feed } = found.watch;
  return { title: `Watch of ${title}`, robots, alternates: { types: { "application/atom+xml": feed } } };
}

/** A watch, for everybody who has its link: what it waits for, what it has seen, when it looks again. */
export default async function WatchPage(props: Props) {
  const found = await find((await props.params).id);
  if (found.kind === "unknown") notFound();
  if (found.kind === "gone") return <GoneWatch />;
  const { watch } = found;
  const running = watch.nextAt !== undefined;
  return (
    <Page search={watch.target}>
      {running && <ReloadWithoutScripts seconds={20} />}
      <LiveWatch path={watchApiPath(watch.id)} mark={watchMark(watch)} running={running} />
      <WatchView watch={watch} />
    </Page>
  );
}
