import type { Status } from "../../lib/checks/signal.ts";
import { Icon } from "./icon.tsx";
import { STATUS_WORDS } from "./labels.ts";

/** Icon, word and colour together: never colour alone. */
export function StatusBadge({ status, children }: { readonly status: Status; readonly children?: string }) {
  return (
    <span className={`badge ${status}`}>
      <Icon name={status} />
      {children ?? STATUS_WORDS[status]}
    </span>
  );
}
