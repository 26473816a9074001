import type { ReactNode } from "react";
import type { SendingPlan } from "../../lib/checks/view.ts";
import { Answer } from "../report/answer.tsx";
import { counted } from "../ui/labels.ts";
import { planPath, reportPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { CheckProgress } from "./check-progress.tsx";
import { Checklist } from "./checklist.tsx";
import { ConfirmList } from "./confirm-list.tsx";
import { HandOver } from "./hand-over.tsx";
import type { PlanPageFacts } from "./page-facts.ts";
import { PlanFrame } from "./plan-frame.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { READINESS_TONES } from "./readiness.ts";
import { WarmUp } from "./warm-up.tsx";
import { ZoneSnippets } from "./zone-snippets.tsx";

interface Props {
  readonly page: PlanPageFacts;
  readonly plan: SendingPlan;
  /** The hand-over sheet alone, unfolded. */
  readonly sheet: boolean;
}

/** "Before you send": the checklist of addresses that go into service. */
export function PlanView({ page, plan, sheet }: Props) {
  const { input } = plan;
  const facts: ReactNode[] = [
    <span key="from">
      sends as <b>{input.from}</b>
    </span>,
    <span key="addresses">
      through{" "}
      {input.addresses.length === 1 ? (
        <Value>{input.addresses[0] ?? ""}</Value>
      ) : (
        counted(input.addresses.length, "address", "addresses")
      )}
    </span>,
    ...(input.selectors.length > 0 ? [<span key="dkim">DKIM {input.selectors.join(", ")}</span>] : []),
    ...(input.ipv6Off ? [<span key="ipv6">IPv6 deliberately off</span>] : []),
  ];
  const title = (
    <>
      Before you send from <bdi>{input.name}</bdi>
    </>
  );
  return (
    <PlanFrame page={page} title={title} facts={facts}>
      {page.running ? (
        <CheckProgress checks={page.checks} />
      ) : (
        <>
          <PlanAnswer plan={plan} />
          {sheet ? (
            <Sheet page={page} plan={plan} />
          ) : (
            <>
              <div className="grid grid-cols-2 gap-x-4 max-md:grid-cols-1 print:block">
                <Checklist lines={plan.lines} />
                <ConfirmList page={page.id} confirmations={plan.confirmations} />
              </div>
              <ZoneSnippets snippets={plan.snippets} />
              <WarmUp />
              <HandOver rows={plan.handOver} path={planPath("plan", page.id)} />
              <Receivers plan={plan} />
            </>
          )}
        </>
      )}
    </PlanFrame>
  );
}

function PlanAnswer({ plan }: { readonly plan: SendingPlan }) {
  const { readiness, says, because, counts } = plan;
  return (
    <Answer
      tone={READINESS_TONES[readiness]}
      title={<RichText>{says}</RichText>}
      foot={
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
          <span>
            <b className="text-ink tabular-nums">{counts.done}</b> of{" "}
            <b className="text-ink tabular-nums">{counts.of}</b> seen to be done
          </span>
          <ProgressBar done={counts.done} of={counts.of} />
        </p>
      }
    >
      <RichText>{because}</RichText>
    </Answer>
  );
}

/** One page for paper: who can change what, the records, and what is still open. */
function Sheet({ page, plan }: { readonly page: PlanPageFacts; readonly plan: SendingPlan }) {
  const open = plan.lines.filter(({ tick }) => tick !== "done" && tick !== "not-needed");
  return (
    <>
      <p className="mt-4 text-sm print:hidden">
        <a href={planPath("plan", page.id)}>Back to the checklist</a>
      </p>
      <HandOver rows={plan.handOver} path={planPath("plan", page.id)} sheet />
      <ZoneSnippets snippets={plan.snippets} />
      <Section title="Open points" id="open">
        {open.length === 0 ? (
          <p className="card px-5 py-3 max-md:px-4">Nothing that can be seen from outside.</p>
        ) : (
          <ul className="card lines text-sm">
            {open.map(({ id, title, says }) => (
              <li key={id} className="px-5 py-2.5 max-md:px-4">
                <b>{title}</b>{" "}
                <span className="text-ink-2">
                  <RichText>{says}</RichText>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function Receivers({ plan: { receivers } }: { readonly plan: SendingPlan }) {
  if (receivers.length === 0) return null;
  return (
    <Section title="What receivers do" id="receivers" note="by published rules; content and reputation count too">
      <ul className="card lines text-sm">
        {receivers.map(({ address, report, says }) => (
          <li key={address} className="flex flex-wrap gap-x-3 px-5 py-2.5 max-md:px-4">
            <a href={reportPath(report)} className="inline-block min-h-6">
              <Value>{address}</Value>
            </a>
            <span className="text-ink-2">{says || "not known"}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
