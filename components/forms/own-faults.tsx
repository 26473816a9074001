import type { Text } from "../../lib/checks/view.ts";
import { Banner } from "../ui/banner.tsx";
import { each } from "../ui/in-place.tsx";
import { RichText } from "../ui/rich-text.tsx";

/** What keeps this service from its work, and what its operator can set; nothing where all is well. */
export function OwnFaults({ faults }: { readonly faults: readonly Text[] }) {
  if (faults.length === 0) return null;
  return (
    <Banner tone="warn">
      <p>
        <b>This service cannot check everything at the moment.</b>
      </p>
      {each(faults, (fault) => (
        <p>
          <RichText>{fault}</RichText>
        </p>
      ))}
    </Banner>
  );
}
