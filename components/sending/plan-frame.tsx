import type { ReactNode } from "react";
import { FactsHead } from "../report/facts-head.tsx";
import { LiveReport } from "../report/live-report.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { planApiPath, planPath } from "../ui/paths.ts";
import { PermanentLink } from "../ui/permanent-link.tsx";
import { ReloadWithoutScripts } from "../ui/reload-without-scripts.tsx";
import { utc } from "../ui/time.ts";
import type { PlanPageFacts } from "./page-facts.ts";

/** The frame of a plan's and a move's page: what it is about, what can be done with it, and its earlier rounds. */
export function PlanFrame(props: {
  readonly page: PlanPageFacts;
  readonly title: ReactNode;
  readonly facts: readonly ReactNode[];
  readonly children: ReactNode;
}) {
  const { page, title, facts, children } = props;
  const { kind, id, running, seenAt, round, latest } = page;
  const path = planPath(kind, id);
  const earlier = round !== latest;
  return (
    <Page search="">
      {running && <ReloadWithoutScripts seconds={2} />}
      {earlier && (
        <p className="mb-3 rounded-md border border-line-2 bg-brass-bg px-4 py-2 text-sm">
          These are earlier checks. <a href={path}>The latest ones</a> are at the permanent link.
        </p>
      )}
      <LiveReport running={running && !earlier} stream={planApiPath(kind, id)}>
        <FactsHead
          title={<span className="font-sans">{title}</span>}
          facts={[
            ...facts,
            <span key="seen">
              {running ? "Started" : "Seen"} <time dateTime={seenAt}>{utc(seenAt)}</time>
            </span>,
          ]}
          turn={String(running)}
          actions={
            <>
              <button type="button" className="button copy needs-script" data-copy={page.url}>
                Copy link
              </button>
              <button type="button" className="button needs-script" data-print="">
                Print
              </button>
              <ButtonLink href={page.change}>Change</ButtonLink>
              {!running && (
                <form method="post" action={`${path}/again`}>
                  <Button primary>Check again</Button>
                </form>
              )}
            </>
          }
        />
        {children}
        {!running && <PlanFooter page={page} />}
        {!running && <page-folds hidden />}
      </LiveReport>
    </Page>
  );
}

function PlanFooter({ page }: { readonly page: PlanPageFacts }) {
  const { kind, id, url, rounds, round, keptUntil } = page;
  const path = planPath(kind, id);
  const others = rounds.filter((one) => one.round !== round);
  return (
    <footer className="mt-8 grid gap-0.5 text-sm text-ink-2">
      <p>
        <PermanentLink url={url} keptUntil={keptUntil} /> “Check again” looks at the same addresses under the same link.
      </p>
      {others.length > 0 && (
        <p className="print:hidden">
          Other checks of it:{" "}
          {others.map((one, i) => (
            <span key={one.round}>
              {i > 0 && ", "}
              <a href={`${path}?round=${one.round}`} rel="nofollow">
                {utc(one.seenAt)}
              </a>
            </span>
          ))}
          .
        </p>
      )}
      <p className="print:hidden">
        <a href={`${path}/delete`} rel="nofollow">
          Delete this page
        </a>{" "}
        asks first. It works in the browser that made it, and takes the reports along that were made for it.
      </p>
    </footer>
  );
}
