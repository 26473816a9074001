import type { PresentedReport } from "../../lib/checks/view.ts";
import { counted } from "../ui/labels.ts";
import { deletePath, fullReportPath, targetHistoryPath } from "../ui/paths.ts";
import { PermanentLink } from "../ui/permanent-link.tsx";

/** What a reader may want to know of the report itself: by what rules, how long it stays, how to delete it. */
export function ReportFooter(props: { readonly report: PresentedReport; readonly keptUntil: string | undefined }) {
  const { report, keptUntil } = props;
  const { id, url, path, rulesVersion, vantage } = report;
  return (
    <footer className="mt-6 grid gap-0.5 text-sm text-ink-2">
      <p>
        {effort(report)}, from {vantage.label}. Judged by the rules of {rulesVersion}. Resolvers asked:{" "}
        {vantage.resolvers.join(", ")}. In EHLO we say {vantage.ehloName}.
      </p>
      <p>
        <PermanentLink url={url} keptUntil={keptUntil} />{" "}
        <a className="print:hidden" href={targetHistoryPath(path)}>
          Reports of this target
        </a>{" "}
        <a className="print:hidden" href={fullReportPath(id)} rel="nofollow">
          The full report, with all evidence
        </a>
      </p>
      <p className="print:hidden">
        <a href={deletePath(id)} rel="nofollow">
          Delete this report
        </a>{" "}
        asks first. It works in the browser that made it, and can give you a link that deletes it from anywhere.
      </p>
    </footer>
  );
}

function effort({ lookups, sessions, durationMs }: PresentedReport): string {
  const time = durationMs < 10_000 ? `${Math.round(durationMs)} ms` : `${Math.round(durationMs / 1000)} s`;
  const held = sessions.filter(({ connection }) => connection !== "limit").length;
  const parts = [counted(lookups.length, "lookup"), held > 0 && counted(held, "SMTP session")];
  return `${parts.filter(Boolean).join(" and ")} in ${time}`;
}
