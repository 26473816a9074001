import { ButtonLink } from "../ui/button.tsx";
import { NoticePage } from "../ui/notice-page.tsx";

/** Where a pool was. Nothing of it is left, its list neither. */
export function PoolGone({ why }: { readonly why: "deleted" | "expired" }) {
  return (
    <NoticePage title="This pool is no longer kept.">
      <p>
        {why === "deleted"
          ? "Its maker has deleted it, with all its contents."
          : "It was kept for as long as this service keeps reports."}
      </p>
      <p>
        <ButtonLink href="/pool" primary>
          Check several addresses
        </ButtonLink>
      </p>
    </NoticePage>
  );
}
