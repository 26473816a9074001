import { ButtonLink } from "../ui/button.tsx";
import { GonePage, type WhyGone } from "../ui/gone-page.tsx";

/** Where a plan or a move was. Nothing of it is left. */
export function PlanGone(props: { readonly kind: "plan" | "move"; readonly why: WhyGone }) {
  const { kind, why } = props;
  return (
    <GonePage what={kind} why={why}>
      <p>
        <ButtonLink href={`/${kind}`}>Make another one</ButtonLink>
      </p>
    </GonePage>
  );
}
