import { type PresentedWatch, visible } from "../../lib/checks/view.ts";
import { Button } from "../ui/button.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { badgePath, renewWatchPath, stopWatchPath, targetPagePath } from "../ui/paths.ts";
import { Section } from "../ui/section.tsx";

/** How somebody is told, and how the watch is ended. */
export function WatchWays({ watch }: { readonly watch: PresentedWatch }) {
  const { id, feed, webhook, target, query, state, nextAt, events } = watch;
  return (
    <Section title="How you are told" id="told">
      <div className="card lines text-sm *:px-5 *:py-3 max-md:*:px-4">
        <p>
          <b>This page</b> shows it by itself. Anyone with its link can read it; it is not listed.
        </p>
        <div>
          <p>
            <b>Feed</b>: put this address into your feed reader. <a href={feed}>Open the Atom feed</a>
          </p>
          <Copyable label="address of the feed">{feed}</Copyable>
        </div>
        <p>
          <b>Webhook</b>:{" "}
          {webhook ? (
            <>
              messages go to <bdi className="font-mono">{visible(webhook.host)}</bdi>.
              {webhook.note && (
                <>
                  {" "}
                  {events.some(({ told }) => told) ? "The last one did not arrive: it" : "So far it"}{" "}
                  {visible(webhook.note)}.
                </>
              )}
            </>
          ) : (
            "none was given when this watch was started."
          )}
        </p>
        {query === "" && (
          <p className="flex flex-wrap items-center gap-2">
            <b>Badge</b>{" "}
            <a href={targetPagePath(target)} className="inline-flex min-h-6 items-center">
              {/* biome-ignore lint/performance/noImgElement: drawn for each request, there is nothing to optimise */}
              <img src={badgePath(target)} alt="Live badge of this target" height={20} className="h-5" loading="lazy" />
            </a>
            <span className="text-ink-2">shows the latest report of this target wherever you put it.</span>
          </p>
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3 text-sm print:hidden">
        {state !== "stopped" && (
          <form method="post" action={renewWatchPath(id)}>
            <Button>{nextAt ? "Watch for 72 hours from now" : "Watch again for 72 hours"}</Button>
          </form>
        )}
        {nextAt && (
          <a href={stopWatchPath(id)} rel="nofollow" className="inline-block min-h-6 max-md:py-2.5">
            Stop this watch
          </a>
        )}
        {state !== "stopped" && <span className="text-ink-2">Both work in the browser that started it.</span>}
      </div>
    </Section>
  );
}
