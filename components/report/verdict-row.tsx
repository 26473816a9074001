import type { ReportedLookup, Row } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Fold } from "../ui/fold.tsx";
import { Icon } from "../ui/icon.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { VerdictBody } from "./verdict-body.tsx";

interface Props {
  readonly row: Row;
  readonly anchor: string;
  /** What the row is called where there are others like it. */
  readonly label: string;
  /** The reader came for this signal. */
  readonly focused: boolean;
  readonly lookups: readonly ReportedLookup[];
  readonly reportUrl: string;
}

/** One line of the scorecard. A row that is still to come has the same shape, so that filling it moves nothing. */
export function VerdictRow({ row, anchor, label, focused, lookups, reportUrl }: Props) {
  const pending = row.status === "pending";
  return (
    <Fold id={anchor} className={`row ${row.status}`} open={focused || row.status === "fail"} wanted={focused}>
      <summary>
        {pending ? <span className="badge pending">looking…</span> : <StatusBadge status={row.status} />}
        <h4>{row.title}</h4>
        <span className="says">{!pending && <RichText>{row.says}</RichText>}</span>
        <Icon name="open" />
      </summary>
      {pending ? (
        <div className="body">
          <p>We are still looking. This row fills in by itself.</p>
        </div>
      ) : (
        <VerdictBody verdict={row} label={label} lookups={lookups} reportUrl={reportUrl} />
      )}
    </Fold>
  );
}
