import type { Status } from "../../lib/checks/signal.ts";
import { STATUS_MEANS, STATUS_WORDS } from "../ui/labels.ts";
import { StatusBadge } from "../ui/status-badge.tsx";

/** What each status means, by its consequence. */
export function StatusGuide() {
  return (
    <dl className="statuses">
      {(Object.keys(STATUS_WORDS) as Status[]).map((status) => (
        <div key={status}>
          <dt>
            <StatusBadge status={status} />
          </dt>
          <dd>{STATUS_MEANS[status]}</dd>
        </div>
      ))}
    </dl>
  );
}
