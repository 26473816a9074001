import type { Exhibit, Fix, Reference, TreeNode } from "../../define/signal.ts";
import { plain } from "../../net/safe-text.ts";
import type { ReportContext } from "../../report/context.ts";
import type {
  chainField,
  contextField,
  headlineField,
  Json,
  lookupField,
  sessionField,
  subjectField,
} from "../../report/public-parts.ts";
import type {
  exhibitField,
  ownershipField,
  publicReport,
  receiverField,
  stepField,
  ticketField,
  treeNode,
  verdictField,
} from "../../report/public-report.ts";
import type { ReportedLookup, ReportedSession, ReportedSubject } from "../../report/report.ts";
import { PARTIES } from "../../words/parties.ts";
import type { Config } from "../plan/greeting-config.ts";
import type { PresentedOwner, PresentedOwnership } from "../plan/ownership-view.ts";
import { type Step, whoActs } from "../plan/step.ts";
import type { Ticket } from "../plan/ticket.ts";
import type {
  Counts,
  Headline,
  PresentedChain,
  PresentedEdge,
  PresentedPoint,
  PresentedReport,
  PresentedVerdict,
} from "../presented.ts";
import type { PresentedReceiver } from "../receiver.ts";

/**
 * The report as programs read it: what `public-report.ts` declares, sentences as plain text, what there is not as null.
 * `keptUntil` is when it will be gone (ISO 8601), null where reports stay.
 */
export function reportJson(report: PresentedReport, keptUntil: string | null = null): Json<typeof publicReport> {
  const ticket = report.plan.find((step) => step.ticket)?.ticket;
  return {
    id: report.id,
    url: report.url,
    target: report.target,
    path: report.path,
    ...(report.context ? { context: report.context } : {}),
    state: report.state,
    ...(report.ended ? { ended: report.ended } : {}),
    seenAt: report.seenAt,
    durationMs: report.durationMs,
    schemaVersion: report.schemaVersion,
    rulesVersion: report.rulesVersion,
    vantage: report.vantage,
    headline: headlineJson(report.headline),
    counts: countsJson(report.counts),
    plan: report.plan.map(stepJson),
    ownership: report.ownership.map(ownershipJson),
    subjects: report.subjects,
    verdicts: report.verdicts.map(verdictJson),
    chains: report.chains.map(chainJson),
    receivers: report.receivers.map(receiverJson),
    lookups: report.lookups,
    sessions: report.sessions,
    leftOut: report.leftOut ?? null,
    fixes: report.plan.map((step) => ({ signal: step.signal, subject: step.subject, ...fixJson(step) })),
    ticket: ticket ? ticketJson(ticket) : null,
    keptUntil,
  };
}

export const headlineJson = ({ status, says, because }: Headline): Json<typeof headlineField> => ({
  status,
  says: plain(says),
  because: plain(because),
});

export const countsJson = ({ fail, warn, pass, info, skipped, unknown }: Counts) => ({
  fail,
  warn,
  pass,
  info,
  skipped,
  unknown,
});

export function verdictJson(verdict: PresentedVerdict): Json<typeof verdictField> {
  const { subject, signal, group, title, status, outcome, why, evidence, exhibit, reproduce, lookups } = verdict;
  return {
    subject,
    signal,
    group,
    title,
    status,
    outcome,
    says: plain(verdict.says),
    why,
    fix: verdict.fix ? fixJson(verdict.fix) : null,
    whoCares: verdict.whoCares ? plain(verdict.whoCares) : null,
    evidence,
    exhibit: exhibit ? exhibitJson(exhibit) : null,
    reproduce,
    references: verdict.references.map(referenceJson),
    lookups,
  };
}

const exhibitJson = (exhibit: Exhibit): Json<typeof exhibitField> =>
  exhibit.kind === "table"
    ? { kind: "table", columns: exhibit.columns, rows: exhibit.rows }
    : { kind: "tree", root: nodeJson(exhibit.root) };

const nodeJson = ({ label, note, mark, children }: TreeNode): Json<typeof treeNode> => ({
  label,
  ...(note === undefined ? {} : { note }),
  ...(mark === undefined ? {} : { mark }),
  ...(children ? { children: children.map(nodeJson) } : {}),
});

const chainJson = ({
  subject,
  address,
  names,
  addresses,
  back,
  hangers,
  edges,
}: PresentedChain): Json<typeof chainField> => ({
  subject,
  address,
  names: names.map(pointJson),
  addresses: addresses.map(pointJson),
  back,
  hangers: hangers.map(pointJson),
  edges: { ptr: edgeJson(edges.ptr), forward: edgeJson(edges.forward), back: edgeJson(edges.back) },
});

const pointJson = (point: PresentedPoint) => ({
  label: point.label,
  ...edgeJson(point),
  relation: point.relation,
  ...(point.detail ? { detail: point.detail } : {}),
});

const edgeJson = ({ signal, status, says }: PresentedEdge) => ({ signal, status, says });

const referenceJson = ({ label, url }: Reference) => ({ label, url });

const fixJson = ({ who, does, copy }: Fix) => ({
  who,
  whoSays: PARTIES[who],
  does: plain(does),
  copy: copy ?? null,
});

function receiverJson(one: PresentedReceiver): Json<typeof receiverField> {
  const { subject, receiver, name, kind, setting, action, rule, reply, score, confidence, source, evidence } = one;
  return {
    subject,
    receiver,
    name,
    kind,
    setting: setting ?? null,
    action,
    rule,
    says: plain(one.says),
    reply: reply ?? null,
    score: score
      ? { least: score.least, most: score.most, ...(score.sets ? { sets: score.sets.map(pointsJson) } : {}) }
      : null,
    thresholds: one.thresholds.map(({ points, does }) => ({ points, does })),
    ...(confidence ? { confidence } : {}),
    ...(source
      ? {
          source: {
            ...referenceJson(source),
            ...(source.version ? { version: source.version } : {}),
            read: source.read,
          },
        }
      : {}),
    evidence,
  };
}

const pointsJson = ({ least, most }: { readonly least: number; readonly most: number }) => ({ least, most });

function stepJson(step: Step): Json<typeof stepField> {
  const { kind, status, subject, signal, mends, owner, configs, alternative, prove, proof, guide, ticket } = step;
  return {
    kind,
    status,
    subject,
    signal,
    mends: mends.map((one) => ({ subject: one.subject, signal: one.signal })),
    ...fixJson(step),
    whoSays: plain(whoActs(step)),
    owner: owner ? plain(owner) : null,
    configs: (configs ?? []).map(configJson),
    alternative: alternative ? { says: plain(alternative.says), configs: alternative.configs.map(configJson) } : null,
    prove,
    proof: proof ? plain(proof) : null,
    example: step.nameless === true,
    guide: guide ? { provider: guide.id, name: guide.name, path: guide.path } : null,
    ticket: ticket ? ticketJson(ticket) : null,
  };
}

const configJson = ({ program, where, lines }: Config) => ({ program, where, lines });

const ticketJson = ({ ready, problems, lang, language, subject, body }: Ticket): Json<typeof ticketField> => ({
  ready,
  problems: problems.map(({ code, does, copy }) => ({ code, does: plain(does), copy: copy ?? null })),
  lang,
  language,
  subject,
  body,
});

const ownershipJson = ({ subject, name, ptr, forward, greeting }: PresentedOwnership): Json<typeof ownershipField> => ({
  subject,
  name: name ?? null,
  ptr: ownerJson(ptr),
  forward: ownerJson(forward),
  greeting: ownerJson(greeting),
});

const ownerJson = ({ outcome, says, evidence }: PresentedOwner) => ({ outcome, says: plain(says), evidence });

// A field that is kept or shown and not declared does not compile.
type Undeclared<Kept, Schema extends { shape: object }> = Exclude<keyof Kept, keyof Schema["shape"]>;
type Nothing<T extends never> = T;
type _Declared = Nothing<
  | Exclude<Undeclared<PresentedReport, typeof publicReport>, "rows" | "receiverRows">
  | Undeclared<PresentedVerdict, typeof verdictField>
  | Undeclared<PresentedReceiver, typeof receiverField>
  | Undeclared<PresentedChain, typeof chainField>
  | Undeclared<PresentedOwnership, typeof ownershipField>
  | Exclude<Undeclared<Step, typeof stepField>, "nameless" | "by">
  | Exclude<Undeclared<Ticket, typeof ticketField>, "languages">
  | Undeclared<ReportedLookup, typeof lookupField>
  | Undeclared<ReportedSession, typeof sessionField>
  | Undeclared<ReportedSubject, typeof subjectField>
  | Undeclared<ReportContext, typeof contextField>
>;
