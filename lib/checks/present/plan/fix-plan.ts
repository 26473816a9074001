import type { Party, Status } from "../../define/signal.ts";
import { asName, organisationalDomain } from "../../net/domain-name.ts";
import { plain } from "../../net/safe-text.ts";
import type { Remedy } from "../../report/report.ts";
import type { PresentedVerdict } from "../presented.ts";
import type { Fixable } from "./fixable.ts";
import { isIdentity, ofProvider } from "./identity.ts";
import { identitySteps } from "./identity-steps.ts";
import { heaviest, type Step, WEIGHTS } from "./step.ts";
import type { Seen } from "./ticket.ts";

/**
 * Everything to fix, in the order in which it works: what gets mail refused comes first; a PTR record is often refused
 * until the forward record is there, EHLO should say the PTR name, SPF and the lists come after the name stands.
 */
export function fixPlan(verdicts: readonly PresentedVerdict[], remedies: readonly Remedy[], seen: Seen): Step[] {
  const isProviders = ofProvider(verdicts);
  const fixable = verdicts.filter(isFixable).filter((verdict) => !isProviders(verdict));
  // What a server calls itself where it takes a domain's mail is mended with the names of the same address.
  const remedyOf = ({ subject, evidence }: Fixable) =>
    remedies.find((remedy) => remedy.subject === subject) ??
    remedies.find(({ address }) => address === evidence.address?.[0]);
  const identity = remedies.flatMap((remedy) =>
    identitySteps(
      remedy,
      fixable.filter((verdict) => remedyOf(verdict) === remedy && asksForName(verdict)),
      seen,
    ),
  );
  const rest = fixable.filter((verdict) => !(asksForName(verdict) && remedyOf(verdict)));
  const consequences = new Map(rest.map((verdict) => [verdict, causeOf(verdict, identity, remedies)]));
  const others = rest.filter((verdict) => !consequences.get(verdict)).map(stepOf);
  const causes = identity.map((step) => ({
    ...step,
    mends: [
      ...step.mends,
      ...rest.flatMap((verdict) =>
        consequences.get(verdict) === step ? [{ subject: verdict.subject, signal: verdict.signal }] : [],
      ),
    ],
  }));
  // The three records prove one thing together: what weighs on one of them weighs on all.
  const weight = (step: Step) =>
    step.kind === "other"
      ? step.status
      : heaviest(identity.filter(({ subject }) => subject === step.subject).map(({ status }) => status));
  const rank = (step: Step) => WEIGHTS.indexOf(weight(step)) * PLACES + place(step);
  return joined([...causes, ...others].toSorted((a, b) => rank(a) - rank(b)));
}

/** What is not known asks for no other name. */
const asksForName = (verdict: Fixable): boolean => isIdentity(verdict) && verdict.status !== "unknown";

const isFixable = (verdict: PresentedVerdict): verdict is Fixable =>
  verdict.fix !== undefined && ASKING.includes(verdict.status);
const ASKING: readonly Status[] = [...WEIGHTS, "unknown"];

/**
 * The step that mends a verdict as it goes: what an IPv6 sibling lacks is mended where it is looked at itself, and a
 * sending domain that was only read off a PTR name goes with that name.
 */
function causeOf(verdict: Fixable, identity: readonly Step[], remedies: readonly Remedy[]): Step | undefined {
  const { signal, subject, evidence } = verdict;
  if (signal === "ipv6-parity") {
    const sibling = remedies.find(({ address }) => address === evidence.sibling?.[0]);
    return identity.find((step) => step.subject === sibling?.subject && step.kind !== "greeting");
  }
  if (evidence.origin?.[0] !== "ptr" || !evidence.domain?.[0]) return undefined;
  const name = remedies.find((remedy) => remedy.subject === subject)?.wanted?.name;
  const stays = name !== undefined && organisationalDomain(asName(name)) === evidence.domain[0];
  return stays ? undefined : identity.find((step) => step.subject === subject && step.kind === "ptr");
}

/** A verdict's own advice as a step. */
const stepOf = ({ fix, status, subject, signal, group, reproduce }: Fixable): Step & { group: string } => ({
  ...fix,
  kind: "other",
  status: heaviest([status]),
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
  "web-server": 7,
  list: 8,
  us: 9,
};
const PLACES = 10;

function place(step: Step & { readonly group?: string }): number {
  if (step.kind !== "other") return KINDS[step.kind];
  // SPF of the EHLO name stands in the zone of the server's name, and comes with the rest of SPF all the same.
  if (step.who === "forward-dns" && step.group === "authentication") return PARTIES["sender-dns"];
  // Mail is refused for what the domain publishes, and seldom for how it takes its own.
  if (step.group === "tls" || step.group === "receiving") return PARTIES["web-server"];
  // A list that wants a PTR record first wants its removal asked for after that.
  if (step.group === "reputation") return PARTIES.list;
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
