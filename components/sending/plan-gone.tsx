import { ButtonLink } from "../ui/button.tsx";
import { NoticePage } from "../ui/notice-page.tsx";

/** Where a plan or a move was. Nothing of it is left. */
export function PlanGone(props: { readonly kind: "plan" | "move"; readonly why: "deleted" | "expired" }) {
  const { kind, why } = props;
  return (
    <NoticePage title={`This ${kind} is no longer kept.`}>
      <p>
        {why === "deleted"
          ? "Its maker has deleted it, with all its contents."
          : "It was kept for as long as this service keeps reports."}
      </p>
      <p>
        <ButtonLink href={`/${kind}`}>Make another one</ButtonLink>
      </p>
    </NoticePage>
  );
}
