import { CheckForm } from "../forms/check-form.tsx";
import { Page } from "../ui/page.tsx";

/** Where a report was. Nothing of it is left, its target neither, so the field is empty. */
export function GoneNotice({ why }: { readonly why: "deleted" | "expired" }) {
  return (
    <Page>
      <section className="statement">
        <h1>This report is no longer kept.</h1>
        <p>
          {why === "deleted"
            ? "Whoever made it has deleted it. What it said is gone with it."
            : "It was kept for as long as this service keeps reports. What it said is gone with it."}
        </p>
        <p>The target can be looked at anew at any time.</p>
        <CheckForm state={{ target: "", from: "", helo: "", selector: "", problems: {} }} />
      </section>
    </Page>
  );
}
