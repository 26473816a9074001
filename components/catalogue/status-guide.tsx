import type { Status } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { STATUS_MEANS, STATUS_WORDS } from "../ui/labels.ts";

/** What each status means, by its consequence. */
export function StatusGuide() {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm text-ink-2 max-md:grid-cols-1">
      {(Object.keys(STATUS_WORDS) as Status[]).map((status) => (
        <div key={status} className="grid grid-cols-[6rem_1fr] items-center gap-2.5">
          <dt>
            <StatusBadge status={status} />
          </dt>
          <dd>{STATUS_MEANS[status]}</dd>
        </div>
      ))}
    </dl>
  );
}
