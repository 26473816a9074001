import {
  BESIDE_SHARED,
  firstSentence,
  isShared,
  lacksEhloOnly,
  mentions,
  type PresentedReport,
  plain,
  reportTitle,
  type Step,
  standingOf,
  type Text,
  whoActs,
} from "../../lib/checks/view.ts";
import { rowAnchor, stepAnchor, ticketAnchor } from "../report/anchors.ts";
import { Party, PartyByName, partyOf } from "../ui/party.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Configs } from "./configs.tsx";
import { NameForm } from "./name-form.tsx";
import { PlanStep, PlanSteps, StepFold, type StepText } from "./plan-step.tsx";
import { ProviderWays } from "./provider-ways.tsx";
import { TicketText } from "./ticket-text.tsx";

/** Everything to fix, step by step, or what may be said where there is nothing; and that there may be more. */
export function FixPlan({ report }: { readonly report: PresentedReport }) {
  const { plan } = report;
  const standing = standingOf(report);
  const asks = plan.findIndex(({ nameless }) => nameless);
  return (
    <Section title="What to do" id="plan" note={plan.length > 1 && <Steps report={report} />}>
      {plan.length > 0 && (
        <PlanSteps>
          {plan.map((step, i) => (
            <OneStep key={stepAnchor(i)} report={report} step={step} place={i} asksName={i === asks} />
          ))}
        </PlanSteps>
      )}
      {(plan.length === 0 || standing === "nothing-can-be-said") && (
        <p className={`card px-5 py-3 max-md:px-4 ${plan.length > 0 ? "mt-2" : ""}`}>
          <Nothing report={report} />
        </p>
      )}
    </Section>
  );
}

/** How many, and who is to act one after the other: on a phone the first screen ends within the first step. */
function Steps({ report: { plan } }: { readonly report: PresentedReport }) {
  const actors = plan.map((step, place) => ({ place, name: partyOf(whoActs(step)).name }));
  const turns = actors.filter(({ name }, i) => plain(name) !== plain(actors[i - 1]?.name ?? []));
  if (turns.length > MOST_TURNS) return `${plan.length} steps`;
  return (
    <>
      {plan.length} steps{turns.length === 1 ? " for " : ": "}
      {turns.map(({ place, name }, turn) => (
        <span key={stepAnchor(place)}>
          {turns.length > 1 && (turn === 0 ? "first " : ", then ")}
          <a href={`#${stepAnchor(place)}`}>
            <RichText>{name}</RichText>
          </a>
        </span>
      ))}
    </>
  );
}

/** As many as one line names. */
const MOST_TURNS = 3;

/** Silence is never absence: only where everything was judged there is nothing to fix. */
function Nothing({ report }: { readonly report: PresentedReport }) {
  const open = report.counts.unknown;
  switch (standingOf(report)) {
    case "nothing-to-fix":
      return report.verdicts.some(isShared) ? (
        <>
          <b>Nothing to fix at this address.</b> <RichText>{BESIDE_SHARED}</RichText>
        </>
      ) : (
        <>
          Nothing to fix. If mail still comes back, <a href="/bounce">paste the bounce message</a>.
        </>
      );
    case "nothing-found":
      return `No fault was found. ${open === 1 ? "One signal" : `${open} signals`} could not be checked: see below.`;
    case "nothing-can-be-said":
      return (
        <>
          <b>
            {report.plan.length > 0
              ? "Nothing can be said yet beyond that."
              : lacksEhloOnly(report)
                ? "Nothing can be said yet about the EHLO name."
                : "Nothing can be said yet."}
          </b>{" "}
          {lacksEhloOnly(report)
            ? "The server could not be asked. Whoever runs it knows the name that it gives when it sends: enter that in the options (“change”, above), or check again in a few minutes."
            : "What was not answered may be in order or not. Check again in a few minutes."}
        </>
      );
  }
}

interface Props {
  readonly report: PresentedReport;
  readonly step: Step;
  readonly place: number;
  /** Of the steps that lack a name, one asks for it. */
  readonly asksName: boolean;
}

function OneStep({ report, step, place, asksName }: Props) {
  const { guide, ticket, does, configs, alternative } = step;
  const { first, rest } = firstSentence(does);
  const label = `step ${place + 1}`;
  // The general guide is of no provider by name.
  const provider = guide && guide.id !== "general" ? guide.name : undefined;
  return (
    <PlanStep
      place={place + 1}
      id={stepAnchor(place)}
      title={
        <>
          <RichText>{first}</RichText>
          <OfSubject report={report} step={step} said={first} />
        </>
      }
      who={step.by ? <PartyByName>{step.by}</PartyByName> : <Party who={step.who} />}
      where={
        <>
          {rest.length > 0 && (
            <>
              <RichText>{rest}</RichText>{" "}
            </>
          )}
          {step.owner && <RichText>{step.owner}</RichText>}
        </>
      }
      links={<Fixes report={report} step={step} place={place} />}
      texts={textsOf(step, label)}
      sendFirst={ticket !== undefined}
    >
      {asksName && <NameForm report={report} />}
      {ticket && (
        <StepFold
          id={ticketAnchor(place)}
          title={provider ? `Ticket text for ${provider}` : "Ticket text for your provider"}
          icon="mail"
        >
          <TicketText
            ticket={ticket}
            label={`the ticket of ${label}`}
            pathOf={(lang) => `${report.url}?lang=${lang}#${ticketAnchor(place)}`}
          />
        </StepFold>
      )}
      {guide && (
        <StepFold title={provider ? `How to set it at ${provider}` : "How to set it"}>
          <ProviderWays ways={guide.ways} provider={guide.name} level="h4" />
          <p className="mt-2 text-ink-2">
            <a href={guide.path}>This guide on a page of its own</a> · <a href="/providers">other providers</a>
          </p>
        </StepFold>
      )}
      {configs && configs.length > 1 && (
        <StepFold title="What to set in other programs">
          <Configs configs={configs.slice(1)} label={label} />
        </StepFold>
      )}
      {alternative && (
        <StepFold title="Another way to fix it">
          <p>
            <RichText>{alternative.says}</RichText>
          </p>
          <Configs configs={alternative.configs} label={`another way of ${label}`} />
        </StepFold>
      )}
    </PlanStep>
  );
}

/** Which of several servers or names a step is about, unless its own sentence says so or the page is about that one. */
function OfSubject(props: { readonly report: PresentedReport; readonly step: Step; readonly said: Text }) {
  const { report, step, said } = props;
  const subject = report.subjects.find(({ id }) => id === step.subject);
  const name = subject?.address ?? subject?.name ?? step.subject;
  if (report.subjects.length < 2 || mentions(said, name) || name === reportTitle(report)) return null;
  return (
    <span className="block text-sm font-normal text-ink-2">
      at <Value>{name}</Value>
    </span>
  );
}

/** What there is to copy where it is no record of the reader's own. */
const COPIED: Partial<Record<Step["who"], string>> = {
  list: "Where to ask",
  "address-owner": "Record to ask for",
  server: "Setting",
  "web-server": "Policy file",
};

function textsOf({ configs, copy, prove, proof, who }: Step, label: string): StepText[] {
  const [config] = configs ?? [];
  return [
    ...(config
      ? [{ label: `What to set in ${label}`, shown: config.program, note: config.where, text: config.lines }]
      : copy
        ? [{ label: `what to set in ${label}`, shown: COPIED[who] ?? "Record", text: copy }]
        : []),
    ...(prove.length > 0
      ? [
          {
            label: `commands that prove ${label}`,
            shown: "Proof",
            ...(proof ? { note: <RichText>{proof}</RichText> } : {}),
            text: prove.join("\n"),
          },
        ]
      : []),
  ];
}

const mendedBy = (report: PresentedReport, step: Step): PresentedReport["rows"] =>
  step.mends.flatMap((mended) => {
    const row = report.rows.find(({ subject, signal }) => subject === mended.subject && signal === mended.signal);
    return row ? [row] : [];
  });

/** The verdicts a step is for, where a reader sees why, and the step that works only after it. */
function Fixes({ report, step, place }: Omit<Props, "asksName">) {
  const rows = mendedBy(report, step);
  const after = report.plan.findIndex(({ kind, subject }) => kind === "ptr" && subject === step.subject);
  const needed = step.kind === "forward" && after > place && `Step ${after + 1} works only after this.`;
  if (rows.length === 0) return needed || "So that EHLO says the same name.";
  return (
    <span className="text-ink-2">
      {needed} Fixes:{" "}
      {rows.map((row, i) => (
        <span key={rowAnchor(report, row)}>
          {i > 0 && ", "}
          <a href={`#${rowAnchor(report, row)}`} className="inline-block min-h-6">
            {row.title}
          </a>
        </span>
      ))}
    </span>
  );
}
