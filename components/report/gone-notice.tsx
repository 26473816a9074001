import { CheckForm } from "../forms/check-form.tsx";
import { NoticePage } from "../ui/notice-page.tsx";

/** Where a report was. Nothing of it is left, its target neither, so the field is empty. */
export function GoneNotice({ why }: { readonly why: "deleted" | "expired" }) {
  return (
    <NoticePage title="This report is no longer kept.">
      <p>
        {why === "deleted"
          ? "Its maker has deleted it, with all its contents."
          : "It was kept for as long as this service keeps reports."}
      </p>
      <p>You can check the target again at any time.</p>
      <CheckForm state={{ target: "", from: "", helo: "", selector: "", problems: {}, choices: [], pool: [] }} />
    </NoticePage>
  );
}
