import type { ReactNode } from "react";
import type { PresentedReport, Step } from "../../lib/checks/view.ts";
import { rowAnchor, stepAnchor, ticketAnchor } from "../report/anchors.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { Fold } from "../ui/fold.tsx";
import { Icon } from "../ui/icon.tsx";
import { Party } from "../ui/party.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { NameForm } from "./name-form.tsx";
import { ProviderWays } from "./provider-ways.tsx";
import { TicketText } from "./ticket-text.tsx";

/** Everything to fix, step by step; not there where nothing is. In what order is known once everything is judged. */
export function FixPlan({ report }: { readonly report: PresentedReport }) {
  const { plan, state } = report;
  if (state === "running" || plan.length === 0) return null;
  const asks = plan.findIndex(({ nameless }) => nameless);
  return (
    <section className="plan">
      <h2 className="label">Fix plan</h2>
      <ol className="card rows">
        {plan.map((step, i) => (
          <StepItem key={stepAnchor(i)} report={report} step={step} place={i} asksName={i === asks} />
        ))}
      </ol>
    </section>
  );
}

interface Props {
  readonly report: PresentedReport;
  readonly step: Step;
  readonly place: number;
  /** Of the steps that lack a name, one asks for it. */
  readonly asksName: boolean;
}

function StepItem({ report, step, place, asksName }: Props) {
  const many = report.subjects.length > 1;
  const { guide, ticket } = step;
  const label = `step ${place + 1}`;
  return (
    <li>
      <Fold className="row step" open={place === 0} wanted={false}>
        <summary>
          <StatusBadge status={step.status}>{`Step ${place + 1}`}</StatusBadge>
          <h3>
            <RichText>{step.does}</RichText>
            {many && (
              <>
                {" "}
                (<Value>{step.subject}</Value>)
              </>
            )}
          </h3>
          <Icon name="open" />
        </summary>
        {/* Led to, a browser unfolds what it is in. */}
        <div className="body" id={stepAnchor(place)}>
          <p className="who">
            Who: <Party who={step.who} />
          </p>
          {step.owner && (
            <p>
              <RichText>{step.owner}</RichText>
            </p>
          )}
          {asksName && <NameForm report={report} />}
          {step.configs ? (
            <Configs title="What to set" configs={step.configs} label={label} />
          ) : (
            <Record step={step} label={label} />
          )}
          {guide && (
            <>
              <h4>How to set it at {guide.name}</h4>
              <ProviderWays ways={guide.ways} provider={guide.name} level="h5" />
              <p className="quiet">
                <a href={guide.path}>This guide on a page of its own</a> · <a href="/providers">other providers</a>
              </p>
            </>
          )}
          {ticket && (
            <>
              <h4 id={ticketAnchor(place)}>{guide ? "Or ask for it: a ticket text" : "Ask for it: a ticket text"}</h4>
              <TicketText ticket={ticket} label={`the ticket of ${label}`} />
            </>
          )}
          {step.alternative && (
            <Configs title="Another way" configs={step.alternative.configs} label={`another way of ${label}`}>
              <RichText>{step.alternative.says}</RichText>
            </Configs>
          )}
          <Proof step={step} label={label} />
          <Mends report={report} step={step} />
        </div>
      </Fold>
    </li>
  );
}

function Record({ step: { copy }, label }: { readonly step: Step; readonly label: string }) {
  if (!copy) return null;
  return (
    <>
      <h4>What to set</h4>
      <Copyable label={`what to set in ${label}`}>{copy}</Copyable>
    </>
  );
}

interface ConfigsProps {
  readonly title: string;
  readonly configs: NonNullable<Step["configs"]>;
  readonly label: string;
  readonly children?: ReactNode;
}

function Configs({ title, configs, label, children }: ConfigsProps) {
  return (
    <>
      <h4>{title}</h4>
      {children && <p>{children}</p>}
      {configs.map(({ program, where, lines }) => (
        <div key={program} className="config">
          <p>
            <b>{program}</b> <span className="quiet">({where})</span>
          </p>
          <Copyable label={`${program}, ${label}`}>{lines}</Copyable>
        </div>
      ))}
    </>
  );
}

function Proof({ step: { prove, proof }, label }: { readonly step: Step; readonly label: string }) {
  if (prove.length === 0) return null;
  return (
    <>
      <h4>Proof</h4>
      <Copyable label={`commands that prove ${label}`}>{prove.join("\n")}</Copyable>
      {proof && (
        <p className="proof">
          <RichText>{proof}</RichText>
        </p>
      )}
    </>
  );
}

/** The verdicts a step is for: where a reader sees why. */
function Mends({ report, step }: { readonly report: PresentedReport; readonly step: Step }) {
  const rows = step.mends.flatMap((mended) => {
    const row = report.rows.find(({ subject, signal }) => subject === mended.subject && signal === mended.signal);
    return row ? [row] : [];
  });
  if (rows.length === 0) return <p className="references">The next steps need it.</p>;
  return (
    <p className="references">
      Because of:
      {rows.map((row) => (
        <a key={rowAnchor(report, row)} href={`#${rowAnchor(report, row)}`}>
          {row.title}
        </a>
      ))}
    </p>
  );
}
