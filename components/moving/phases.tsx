import { type MovePhase, plain } from "../../lib/checks/view.ts";
import { CheckRow } from "../sending/check-row.tsx";
import { ConfigFold } from "../sending/config-fold.tsx";
import { ConfirmBox } from "../sending/confirm-box.tsx";
import { TickBadge } from "../sending/tick-badge.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";

/** What has to be done before, during and after: ticked by a live check, or by whoever does it. */
export function Phases({ page, phases }: { readonly page: string; readonly phases: readonly MovePhase[] }) {
  return phases.map((phase) => (
    <Section key={phase.id} title={phase.title} id={`phase-${phase.id}`} note={phase.note}>
      <ol className="card lines">
        {phase.tasks.map(({ id, title, says, tick, does, who, configs }) => (
          <CheckRow
            key={id}
            id={`task-${phase.id}-${id}`}
            state={
              tick === "confirm" ? (
                <ConfirmBox page={page} id={`${phase.id} ${id}`} label={plain(title)} />
              ) : (
                <TickBadge tick={tick} />
              )
            }
            tick={tick}
            title={<RichText>{title}</RichText>}
            says={says}
            does={does}
            who={who}
          >
            {configs && <ConfigFold configs={configs} label={plain(title)} />}
          </CheckRow>
        ))}
      </ol>
    </Section>
  ));
}
