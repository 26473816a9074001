import { NoticePage } from "../ui/notice-page.tsx";

/** Where a watch was. Nothing of it is left, its target neither. */
export function GoneWatch() {
  return (
    <NoticePage title="This watch is no longer kept.">
      <p>It ended some time ago. The reports it made are kept as others are.</p>
      <p>
        <a href="/">Check the target again</a> and start another watch on its report.
      </p>
    </NoticePage>
  );
}
