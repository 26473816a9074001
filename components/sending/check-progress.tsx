import { Answer } from "../report/answer.tsx";
import { Badge } from "../ui/badge.tsx";
import { reportPath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import type { CheckFacts } from "./page-facts.ts";
import { ProgressBar } from "./progress-bar.tsx";

/** The addresses while they are being checked: each fills in place, and each has its own report already. */
export function CheckProgress({ checks }: { readonly checks: readonly CheckFacts[] }) {
  const done = checks.filter(({ state }) => state === "done" || state === "none").length;
  return (
    <>
      <Answer
        tone="pending"
        title="Checking the addresses…"
        foot={
          <p className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
            <span>
              <b className="text-ink tabular-nums">{done}</b> of{" "}
              <b className="text-ink tabular-nums">{checks.length}</b> checked
            </span>
            <ProgressBar done={done} of={checks.length} />
          </p>
        }
      >
        Each takes a few seconds, and a few are checked at a time. This page has a permanent link already.
      </Answer>
      <Section title="Addresses" id="addresses">
        <ul className="card lines">
          {checks.map((check) => (
            <li
              key={`${check.side} ${check.address}`}
              className="grid min-h-10 grid-cols-[112px_minmax(0,1fr)_auto] items-center gap-x-3.5 px-5 text-sm max-md:px-4"
            >
              <State check={check} />
              {check.id ? (
                <a href={reportPath(check.id)}>
                  <Value>{check.address}</Value>
                </a>
              ) : (
                <Value>{check.address}</Value>
              )}
              <span className="text-ink-2 tabular-nums">
                {check.of > 0 && check.state === "running" ? `${check.judged} of ${check.of} signals` : ""}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function State({ check: { state } }: { readonly check: CheckFacts }) {
  if (state === "done") return <Badge tone="pass">Checked</Badge>;
  if (state === "none") return <Badge tone="unknown">Not checked</Badge>;
  return <Badge tone="pending">{state === "running" ? "checking…" : "waiting"}</Badge>;
}
