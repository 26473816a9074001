import { checkedAs, networkSeen, type PresentedReport, reportTitle, visible } from "../../lib/checks/view.ts";
import { HiddenFields, HiddenOptions } from "../forms/hidden-fields.tsx";
import { Button } from "../ui/button.tsx";
import { cancelPath, newWatchPath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { utc } from "../ui/time.ts";
import { Age } from "./age.tsx";
import { FactsHead } from "./facts-head.tsx";
import { OptionsForm } from "./options-form.tsx";
import { ShareMenu } from "./share-menu.tsx";

/** What was looked at, whose it is, when; with what options; what can be done with it. The same while it runs. */
export function ReportHead({ report }: { readonly report: PresentedReport }) {
  const { target, seenAt, state } = report;
  const running = state === "running";
  return (
    <FactsHead
      title={<bdi>{visible(reportTitle(report))}</bdi>}
      facts={[
        ...(target.kind === "domain" ? [] : [<Network key="network" report={report} />]),
        <span key="seen">
          {running ? "Started" : "Seen"} <time dateTime={seenAt}>{utc(seenAt)}</time>
          <Age at={seenAt} />
        </span>,
      ]}
      turn={`${state} ${networkSeen(report)?.holder ?? ""}`}
      actions={
        <>
          <ShareMenu report={report} />
          <a className="button" href={newWatchPath(report.id)}>
            Tell me when…
          </a>
          {running ? (
            <form method="post" action={cancelPath(report.id)}>
              <Button className="min-w-34 max-md:min-w-30">Stop the check</Button>
            </form>
          ) : (
            <form method="post" action="/check">
              <HiddenFields fields={{ target: report.path, again: report.id }} />
              <HiddenOptions options={target.claims} />
              <Button primary className="min-w-34 max-md:min-w-30">
                Check again
              </Button>
            </form>
          )}
        </>
      }
    >
      <OptionsForm target={target} path={report.path} again={report.id} seen={checkedAs(report)} running={running} />
    </FactsHead>
  );
}

/** Who holds the address: on one line from the start, so that a name that comes late moves nothing. */
function Network({ report }: { readonly report: PresentedReport }) {
  const network = networkSeen(report);
  if (!network) return <>{report.state === "running" ? "Looking up its network…" : "Network not known"}</>;
  const { holder, asn, prefix } = network;
  return (
    <>
      {holder && (
        <b>
          <bdi>{visible(holder, 48)}</bdi>
        </b>
      )}{" "}
      {asn && (holder ? `(${visible(asn)})` : visible(asn))}{" "}
      {prefix && (
        // A phone has one line for it.
        <span className={holder ? "max-md:hidden" : undefined}>
          <Value>{prefix}</Value>
        </span>
      )}
    </>
  );
}
