import { ButtonLink } from "../ui/button.tsx";
import { GonePage, type WhyGone } from "../ui/gone-page.tsx";

/** Where a pool was. Nothing of it is left, its list neither. */
export function PoolGone({ why }: { readonly why: WhyGone }) {
  return (
    <GonePage what="pool" why={why}>
      <p>
        <ButtonLink href="/pool" primary>
          Check several addresses
        </ButtonLink>
      </p>
    </GonePage>
  );
}
