import type { PresentedVerdict } from "../present.ts";
import type { Remedy } from "../report.ts";
import type { Party, Status } from "../signal.ts";
import { plain } from "../text.ts";
import { identitySteps, isIdentity } from "./identity-steps.ts";
import { heaviest, type Step, type Wanting, WEIGHTS } from "./step.ts";
import type { Seen } from "./ticket.ts";

/**
 * Everything to fix, in the order in which it works: what gets mail refused comes first; a PTR record is often refused
 * until the forward record is there, EHLO should say the PTR name, SPF and the lists come after the name stands.
 */
export function fixPlan(verdicts: readonly PresentedVerdict[], remedies: readonly Remedy[], seen: Seen): Step[] {
  const wanting = verdicts.filter(isWanting);
  const remedyOf = ({ subject }: Wanting) => remedies.find((remedy) => remedy.subject === subject);
  const identity = remedies.flatMap((remedy) =>
    identitySteps(
      remedy,
      wanting.filter((verdict) => verdict.subject === remedy.subject && isIdentity(verdict)),
      seen,
    ),
  );
  const others = wanting.filter((verdict) => !(isIdentity(verdict) && remedyOf(verdict))).map(stepOf);
  // The three records prove one thing together: what weighs on one of them weighs on all.
  const weight = (step: Step) =>
    step.kind === "other"
      ? step.status
      : heaviest(identity.filter(({ subject }) => subject === step.subject).map(({ status }) => status));
  const rank = (step: Step) => WEIGHTS.indexOf(weight(step)) * PLACES + place(step);
  return joined([...identity, ...others].toSorted((a, b) => rank(a) - rank(b)));
}

const isWanting = (verdict: PresentedVerdict): verdict is Wanting =>
  verdict.fix !== undefined && (WEIGHTS as readonly Status[]).includes(verdict.status);

/** A verdict's own advice as a step. */
const stepOf = ({ fix, status, subject, signal, group, reproduce }: Wanting): Step & { group: string } => ({
  ...fix,
  kind: "other",
  status,
  subject,
  signal,
  group,
  mends: [{ subject, signal }],
  prove: reproduce,
});

const KINDS = { forward: 0, ptr: 2, greeting: 4 } as const;
const PARTIES: Readonly<Record<Party, number>> = {
  "forward-dns": 1,
  "address-owner": 3,
  "reverse-dns": 3,
  server: 5,
  "sender-dns": 6,
  list: 7,
  us: 8,
};
const PLACES = 10;

function place(step: Step & { readonly group?: string }): number {
  if (step.kind !== "other") return KINDS[step.kind];
  // SPF of the EHLO name stands in the zone of the server's name, and comes with the rest of SPF all the same.
  if (step.who === "forward-dns" && step.group === "authentication") return PARTIES["sender-dns"];
  return PARTIES[step.who];
}

/** The same thing to do is done once, whatever asks for it. */
function joined(steps: readonly (Step & { readonly group?: string })[]): Step[] {
  const known = new Map<string, Step>();
  for (const { group: _, ...step } of steps) {
    const advice = `${step.who} ${plain(step.does)} ${step.copy ?? ""}`;
    const same = known.get(advice);
    known.set(advice, same ? { ...same, mends: [...same.mends, ...step.mends] } : step);
  }
  return [...known.values()];
}
