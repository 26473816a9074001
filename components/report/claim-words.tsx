import type { Report } from "../../lib/checks/view.ts";
import { Value } from "../ui/rich-text.tsx";

/** What was said beside the sending domain, as it follows that in a sentence. */
export function ClaimWords({ claims: { helo, selectors } }: { readonly claims: Report["target"]["claims"] }) {
  return (
    <>
      {helo && (
        <>
          , saying EHLO <Value>{helo}</Value>
        </>
      )}
      {selectors.length > 0 && (
        <>
          , DKIM {selectors.length === 1 ? "selector" : "selectors"} <Value>{selectors.join(", ")}</Value>
        </>
      )}
    </>
  );
}
