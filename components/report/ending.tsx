import { leftOutSentence, type PresentedReport, type Report, resolverFaultWords } from "../../lib/checks/view.ts";
import { Banner } from "../ui/banner.tsx";
import { RichText } from "../ui/rich-text.tsx";

const WORDS: Readonly<Partial<Record<NonNullable<Report["ended"]>, readonly [string, string]>>> = {
  cancelled: ["This check was stopped.", "What had no answer by then is unknown. That says nothing about the server."],
  "out-of-time": ["Time ran out.", "What had no answer by then is unknown. That says nothing about the server."],
  interrupted: [
    "A restart of this service interrupted this check.",
    "The results until then are below; a fresh check repeats everything.",
  ],
};

/** Says what our own limits left undone. */
export function LeftOut({ report }: { readonly report: Pick<PresentedReport, "leftOut" | "state"> }) {
  const sentence = report.state === "done" ? leftOutSentence(report) : undefined;
  return (
    sentence && (
      <Banner tone="info">
        <RichText>{sentence}</RichText>
      </Banner>
    )
  );
}

/** Says when a report is not the whole of what we would have looked at, and why. */
export function Ending({ ended }: { readonly ended: Report["ended"] }) {
  const words = ended && WORDS[ended];
  if (!words) return null;
  const [what, therefore] = words;
  return (
    <Banner tone="unknown">
      <b>{what}</b> {therefore}
    </Banner>
  );
}

/** That our own resolvers cannot be believed: to readers a reason to try again later, to the operator what to set. */
export function ResolverFaults({ vantage }: Pick<PresentedReport, "vantage">) {
  return (vantage.resolverFaults ?? []).map((fault) => (
    <Banner key={fault.resolver} tone="warn">
      <RichText>{resolverFaultWords(fault)}</RichText>
    </Banner>
  ));
}
