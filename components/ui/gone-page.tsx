import type { ReactNode } from "react";
import { NoticePage } from "./notice-page.tsx";

/** What ended it: its maker, or its time. */
export type WhyGone = "deleted" | "expired";

/** Where something was that is no longer kept, and why. Nothing of it is shown. */
export function GonePage(props: {
  /** Such as "report". */
  readonly what: string;
  readonly why: WhyGone;
  readonly children: ReactNode;
}) {
  const { what, why, children } = props;
  return (
    <NoticePage title={`This ${what} is no longer kept.`}>
      <p>
        {why === "deleted"
          ? "Its maker has deleted it, with all its contents."
          : "It was kept for as long as this service keeps reports."}
      </p>
      {children}
    </NoticePage>
  );
}
