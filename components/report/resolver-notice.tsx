import { type PresentedReport, resolverFaultWords } from "../../lib/checks/view.ts";
import { RichText } from "../ui/rich-text.tsx";

/** That our own resolvers cannot be believed: to readers a reason to try again later, to the operator what to set. */
export function ResolverNotice({ vantage }: Pick<PresentedReport, "vantage">) {
  return (vantage.resolverFaults ?? []).map((fault) => (
    <p key={fault.resolver} className="notice">
      <RichText>{resolverFaultWords(fault)}</RichText>
    </p>
  ));
}
