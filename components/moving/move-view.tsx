import type { HouseMove } from "../../lib/checks/view.ts";
import { Answer } from "../report/answer.tsx";
import { CheckProgress } from "../sending/check-progress.tsx";
import { HandOver } from "../sending/hand-over.tsx";
import type { PlanPageFacts } from "../sending/page-facts.ts";
import { PlanFrame } from "../sending/plan-frame.tsx";
import { READINESS_TONES } from "../sending/readiness.ts";
import { WarmUp } from "../sending/warm-up.tsx";
import { ZoneSnippets } from "../sending/zone-snippets.tsx";
import { counted } from "../ui/labels.ts";
import { planPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Differences } from "./differences.tsx";
import { Phases } from "./phases.tsx";

interface Props {
  readonly page: PlanPageFacts;
  readonly move: HouseMove;
  readonly sheet: boolean;
}

/** Old and new side by side, and what has to be done before, during and after. */
export function MoveView({ page, move, sheet }: Props) {
  const { input, pairs, phases, snippets, handOver, unseen } = move;
  const failOver = input.purpose === "fail-over";
  const path = planPath("move", page.id);
  return (
    <PlanFrame
      page={page}
      title={failOver ? "Rehearsal of a fail-over site" : "Moving to another address"}
      facts={[
        <span key="sides">
          <Side addresses={input.before} /> to <Side addresses={input.after} />
        </span>,
        ...(input.from
          ? [
              <span key="from">
                sends as <b>{input.from}</b>
              </span>,
            ]
          : []),
        ...(input.name
          ? [
              <span key="name">
                new server <b>{input.name}</b>
              </span>,
            ]
          : []),
      ]}
    >
      {page.running ? (
        <CheckProgress checks={page.checks} />
      ) : (
        <>
          <Answer tone={READINESS_TONES[move.readiness]} title={<RichText>{move.says}</RichText>}>
            <RichText>{move.because}</RichText>
          </Answer>
          {unseen.length > 0 && (
            <p className="card mt-4 px-5 py-3 text-sm max-md:px-4">
              Not checked: {unseen.join(", ")}. Nothing is said of them below.
            </p>
          )}
          {sheet ? (
            <p className="mt-4 text-sm print:hidden">
              <a href={path}>Back to the move</a>
            </p>
          ) : (
            <>
              <Differences pairs={pairs} failOver={failOver} />
              <Phases page={page.id} phases={phases} />
              <WarmUp />
            </>
          )}
          <ZoneSnippets snippets={snippets} />
          <HandOver rows={handOver} path={path} sheet={sheet} />
        </>
      )}
    </PlanFrame>
  );
}

const Side = ({ addresses }: { readonly addresses: readonly string[] }) =>
  addresses.length === 1 ? <Value>{addresses[0] ?? ""}</Value> : counted(addresses.length, "address", "addresses");
