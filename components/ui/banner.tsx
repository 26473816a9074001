import type { ReactNode } from "react";
import type { Status } from "../../lib/checks/view.ts";
import { Icon } from "./icon.tsx";

/** Something to know before the rest of the page: what is wrong with the service, or with this view of it. */
export function Banner({ tone, children }: { readonly tone: Status; readonly children: ReactNode }) {
  return (
    <div className={`${tone} mt-4 flex gap-3 rounded-md border border-(--tone) bg-(--tone-bg) px-4 py-3 text-sm`}>
      <span className="text-(--tone)">
        <Icon name={tone} />
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
