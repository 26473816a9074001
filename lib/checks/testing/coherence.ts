import { type Evidence, type Status, say } from "../define/signal.ts";
import { listById } from "../formats/dnsbl/lists.ts";
import { plain, type Text } from "../net/safe-text.ts";
import { compareReports } from "../present/compare/compare.ts";
import { badgeOf } from "../present/export/badge.ts";
import { reportJson } from "../present/export/json.ts";
import { reportMarkdown, reportText } from "../present/export/text.ts";
import { outcomeOf } from "../present/outcome-of.ts";
import type { Step } from "../present/plan/step.ts";
import { present } from "../present/present.ts";
import type { PresentedPoint, PresentedReport, PresentedVerdict } from "../present/presented.ts";
import type { Report } from "../report/report.ts";
import { unknownArguments } from "./command-arguments.ts";

/** One report as everybody sees it. */
export interface Views {
  readonly report: Report;
  readonly presented: PresentedReport;
  readonly json: ReturnType<typeof reportJson>;
  readonly text: string;
  readonly markdown: string;
  readonly badge: ReturnType<typeof badgeOf>;
  /** The page's HTML. */
  readonly page?: string;
}

export function viewsOf(report: Report, draw?: (presented: PresentedReport) => string): Views {
  const presented = present(report, { id: "abc", url: "https://np.example/r/abc" });
  const seenAt = Date.parse(report.seenAt);
  const { ended, headline, counts } = presented;
  return {
    report,
    presented,
    json: reportJson(presented),
    text: reportText(presented),
    markdown: reportMarkdown(presented),
    badge: badgeOf({ seenAt, ended, headline, counts }, seenAt + 1),
    ...(draw ? { page: draw(presented) } : {}),
  };
}

/** Words whatever lines they are in: a long record is in several, held together by parentheses. */
const flat = (words: string): string => words.replaceAll(/[\s()"]+/g, "");

/** Finds what one report says in two ways. Each check hands back its contradictions, a line each. */
export type Check = (views: Views) => string[];

const keyOf = ({ subject, signal }: { readonly subject: string; readonly signal: string }) => `${subject} ${signal}`;
const verdictsOf = ({ presented }: Views) => new Map(presented.verdicts.map((each) => [keyOf(each), each]));

/** Each box and edge of the chain has the status of the verdict it names. */
export const chainsShowVerdicts: Check = (views) => {
  const verdicts = verdictsOf(views);
  return views.presented.chains.flatMap((chain) => {
    const edges = Object.entries(chain.edges).map(([label, edge]) => ({ label: `edge ${label}`, ...edge }));
    const boxes = [...chain.names, ...chain.addresses, ...chain.hangers];
    return [...edges, ...boxes].flatMap((point) => {
      const verdict = verdicts.get(keyOf({ subject: chain.subject, signal: point.signal }));
      const where = `chain of ${chain.subject}, ${point.label || "no name"}`;
      if (!verdict) return [`${where}: names ${point.signal}, which was not judged`];
      return [
        ...(point.status === verdict.status
          ? []
          : [`${where}: ${point.status}, but ${point.signal} is ${verdict.status}`]),
        ...("relation" in point && contradictsRelation(point, verdict.status)
          ? [`${where}: ${point.relation}, but ${point.signal} is ${verdict.status}`]
          : []),
      ];
    });
  });
};

/** "same" is a pass, and a pass is never "unrelated" or "missing"; PTR names beside the first have a state of their own. */
const contradictsRelation = ({ relation, signal }: PresentedPoint, status: Status): boolean =>
  signal !== "single-ptr" && (relation === "same") !== (status === "pass") && relation !== "same-organisation";

/** What a row, a step and a ticket hand out to copy about one thing is one and the same. */
export const copyablesAgree: Check = ({ presented, text, markdown }) => {
  const { verdicts, plan } = presented;
  const stepsOf = (verdict: PresentedVerdict) =>
    plan.filter(({ mends }) => mends.some((mended) => keyOf(mended) === keyOf(verdict)));
  const rows = verdicts.flatMap((verdict) => {
    const copy = verdict.fix?.copy;
    if (copy === undefined || stepsOf(verdict).some((step) => step.copy === copy)) return [];
    return [`${keyOf(verdict)}: its row has ${JSON.stringify(copy)}, no step that mends it has`];
  });
  const tickets = plan.flatMap(({ subject, kind, copy, ticket }) => {
    if (!ticket || !copy) return [];
    return flat(ticket.body).includes(flat(copy))
      ? []
      : [`${subject} ${kind}: the ticket lacks the step's record ${copy}`];
  });
  const written = plan.flatMap(({ copy, signal }) =>
    copy === undefined ||
    copy.split("\n").every((line) => flat(text).includes(flat(line)) && flat(markdown).includes(flat(line)))
      ? []
      : [`${signal}: its record is not in text and Markdown`],
  );
  const commands = verdicts.flatMap(({ reproduce }) => reproduce);
  const prove = plan.flatMap((step) =>
    step.prove.flatMap((command) => {
      const others = commands.filter((other) => gist(other) === gist(command) && other !== command);
      return others.map((other) => `${step.subject} ${step.kind}: ${command} is ${other} elsewhere`);
    }),
  );
  return [...rows, ...tickets, ...written, ...prove];
};

/** What a command asks, however it is spelled: the program and its arguments without options. */
const gist = (command: string): string =>
  command
    .split(/\s+/)
    .filter((word) => !["+short", "-q", "-t"].includes(word))
    .sort()
    .join(" ");

/** No command and no record has an empty argument, or one that nobody said or saw. */
export const argumentsAreKnown: Check = ({ report, presented }) => {
  const of = (where: string, commands: readonly (string | undefined)[]) =>
    commands.flatMap((command) =>
      command === undefined
        ? []
        : unknownArguments(command, report).map((what) => `${where}: ${what} in ${JSON.stringify(command)}`),
    );
  return [
    ...presented.verdicts.flatMap((verdict) => of(keyOf(verdict), [...verdict.reproduce, verdict.fix?.copy])),
    ...presented.plan.flatMap((step) => of(`plan, ${step.subject} ${step.kind} ${step.signal}`, copiesOf(step))),
  ];
};

const copiesOf = ({ copy, configs = [], prove, guide, ticket }: Step): (string | undefined)[] => [
  copy,
  ...configs.map(({ lines }) => lines),
  ...prove,
  ...(guide?.ways ?? []).flatMap(({ cli, api }) => [...cli, ...api]),
  ticket && `${ticket.subject}\n${ticket.body}`,
];

/** Told from the raw verdicts and outlooks, and not by the code under test. */
const refusersOf = ({ receivers, verdicts }: PresentedReport): string[] => [
  ...receivers.filter(({ action }) => action === "reject").map(({ name }) => name.split(/,| and /)[0] ?? name),
  ...verdicts
    .filter(({ signal, status }) => /^dnsbl/.test(signal) && status === "fail")
    .flatMap(({ evidence }) => (evidence.listed ?? []).flatMap((id) => listById(id)?.title ?? [])),
];

/** The headline says "refuse" exactly where somebody does, and names one. */
export const headlineNamesRefusers: Check = ({ presented }) => {
  const said = `${plain(presented.headline.says)} ${plain(presented.headline.because)}`;
  // Servers refuse queries and connections, too: why something is not known claims nothing about mail.
  const claims = /\brefus(?:e|al)/i.test(
    said.replaceAll(
      /refused the (?:query|connection)|REFUSED|None of the \d+ receivers with a published rule refuses|do(?:es)? not refuse/g,
      "",
    ),
  );
  const refusers = refusersOf(presented);
  if (claims && refusers.length === 0) return [`the headline claims a refusal that nobody makes: ${said}`];
  if (!claims && refusers.length > 0)
    return [`${refusers.join(", ")} refuse, and the headline does not say so: ${said}`];
  if (claims && !refusers.some((name) => said.includes(name)))
    return [`the headline names none of ${refusers.join(", ")}: ${said}`];
  return [];
};

/** The headline's status is that of a verdict, and a pass or a warning hides no failure. */
export const headlineHasItsVerdict: Check = ({ presented: { headline, verdicts } }) => {
  const failed = verdicts.some(({ status }) => status === "fail");
  if (failed && headline.status !== "fail") return [`something failed, and the headline is ${headline.status}`];
  if (headline.status === "fail" && !failed) return ["the headline says fail, and no verdict does"];
  return [];
};

/** Numbers in words are numbers in evidence. */
export const countsAreEvidence: Check = ({ presented }) => [
  ...presented.verdicts.flatMap((verdict) => {
    const words = outcomeOf(verdict)?.says;
    if (!words) return [];
    const fixed = new Set(numbersIn(say(words, {})));
    const seen = new Set(numbersOf(verdict.evidence));
    return numbersIn(verdict.says)
      .filter((number) => !fixed.has(number) && !seen.has(number))
      .map((number) => `${keyOf(verdict)}: ${number} in "${plain(verdict.says)}" is not in its evidence`);
  }),
  ...presented.verdicts.flatMap((verdict) => listsAnswered(verdict)),
  ...headlineCounts(presented),
];

/** Digits are grouped by spaces that do not break; names of standards, ports and dotted codes are no counts. */
const numbersIn = (words: Text): string[] =>
  words.flatMap((part) =>
    "prose" in part
      ? (part.prose.replaceAll(/(?<=\d)\u00a0(?=\d)|RFC \d+|port \d+|\d[.\d-]+\.\d+/g, "").match(/\b\d+\b/g) ?? [])
      : [],
  );
const numbersOf = (evidence: Evidence): string[] =>
  Object.values(evidence).flatMap((values) => [
    String(values.length),
    ...values.flatMap((value) => value.match(/\d+/g) ?? []),
  ]);

/** "None of the 17 lists that answered": as many as the table below it shows. */
function listsAnswered(verdict: PresentedVerdict): string[] {
  const { evidence, exhibit } = verdict;
  if (evidence.answered === undefined || exhibit?.kind !== "table") return [];
  const column = exhibit.columns.indexOf("Answer");
  const lists = new Set(
    exhibit.rows.filter((row) => row[column] && row[column] !== "no answer").map(([title]) => title),
  );
  return String(lists.size) === evidence.answered[0]
    ? []
    : [`${keyOf(verdict)}: ${evidence.answered[0]} lists answered, and its table shows ${lists.size}`];
}

function headlineCounts({ headline, counts }: PresentedReport): string[] {
  const more = /(\d+) more warnings?/.exec(plain(headline.because))?.[1];
  return more === undefined || Number(more) + 1 === counts.warn
    ? []
    : [`the headline counts ${more} more warnings, and ${counts.warn} verdicts warn`];
}

/** A text fits into a mail: no line is longer than 76 characters. */
const textFits: Check = ({ text }) =>
  text
    .split("\n")
    .filter((line) => line.length > 76)
    .map((line) => `the text has a line of ${line.length} characters: ${line}`);

/** What is unknown because of a limit of ours is not told as the silence of others. */
export const ownLimitsAreSaid: Check = ({ presented }) =>
  presented.verdicts.flatMap((verdict) => {
    if (verdict.status !== "unknown") return [];
    // What was not said on port 25 hangs on no question of the DNS.
    if (/^(?:greeting|tls)$/.test(verdict.group) && !verdict.evidence.question) return [];
    const failed = verdict.lookups
      .map((i) => presented.lookups[i]?.rcode ?? "")
      .filter((rcode) => rcode !== "NOERROR" && rcode !== "NXDOMAIN");
    const ours = failed.length > 0 && failed.every((rcode) => rcode === "LIMIT");
    const said = plain(verdict.says);
    if (ours && !/\bour (?:own )?limit/i.test(said)) return [`${keyOf(verdict)}: our limit is told as "${said}"`];
    if ((verdict.evidence.reason ?? []).includes("limit") && !/\bour (?:own )?limit/i.test(said))
      return [`${keyOf(verdict)}: its reason is our limit, and it says "${said}"`];
    return [];
  });

/** Receivers and signals answer the question whether the name resolves back alike. */
export const receiversAgree: Check = (views) => {
  const verdicts = verdictsOf(views);
  return views.presented.receivers.flatMap(({ subject, receiver, rule }) => {
    const fcrdns = verdicts.get(`${subject} fcrdns`);
    const reverse = verdicts.get(`${subject} reverse-dns`);
    // These take some PTR names for none.
    if (/^(?:postfix|exim|spamassassin|rspamd)/.test(receiver)) return [];
    const says = (what: string) => [`${subject}: ${receiver} says ${rule}, ${what}`];
    if (rule === "nameless" && reverse?.status !== "fail") return says(`reverse-dns is ${reverse?.status}`);
    if (rule === "unconfirmed" && fcrdns?.status === "unknown") return says(`fcrdns is ${fcrdns.status}`);
    if (rule === "unconfirmed" && receiver === "gmail" && fcrdns?.status === "pass")
      return says(`fcrdns is ${fcrdns.status}`);
    if (/^(?:meets|follows)/.test(rule) && fcrdns?.status !== "pass") return says(`fcrdns is ${fcrdns?.status}`);
    return [];
  });
};

const MARKS: Readonly<Record<Status, string>> = {
  fail: "FAIL",
  warn: "WARN",
  unknown: "UNKNOWN",
  pass: "PASS",
  info: "NOTE",
  skipped: "SKIPPED",
};

/** Page, text, Markdown, JSON, badge and comparison have the same statuses. */
export const viewsAgree: Check = ({ report, presented, json, text, markdown, badge, page }) => {
  const { verdicts, counts, headline } = presented;
  const marks = (written: string, mark: RegExp) => [...written.matchAll(mark)].map(([, found = ""]) => found).sort();
  const expected = verdicts.map(({ status }) => MARKS[status]).sort();
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
  const comparison = compareReports(presented, presented);
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const badged = counts.fail > 0 ? "fail" : badge.tone === "grey" ? "grey" : counts.warn > 0 ? "warn" : "pass";
  return [
    ...(report.verdicts.every(
      (stored, i) =>
        stored.status === verdicts.find((v) => keyOf(v) === keyOf(stored))?.status && json.verdicts[i] !== undefined,
    )
      ? []
      : ["JSON or page lack a stored verdict"]),
    ...(same(json.verdicts.map(({ status }) => MARKS[status]).sort(), expected) ? [] : ["JSON has other statuses"]),
    ...(json.headline.status === headline.status && json.headline.says === plain(headline.says)
      ? []
      : ["JSON has another headline"]),
    ...(same(marks(text, /^(FAIL|WARN|UNKNOWN|PASS|NOTE|SKIPPED) +\S/gm), expected) ? [] : ["text has other statuses"]),
    ...(same(marks(markdown, /^- \*\*([A-Z]+)\*\* /gm), expected) ? [] : ["Markdown has other statuses"]),
    ...(flat(text).includes(flat(plain(headline.says))) ? [] : ["text has another headline"]),
    ...(counted === verdicts.length &&
    (Object.keys(counts) as Status[]).every(
      (status) => counts[status] === verdicts.filter((v) => v.status === status).length,
    )
      ? []
      : ["the counts are not those of the verdicts"]),
    ...(badge.tone === badged ? [] : [`the badge is ${badge.tone}, the verdicts say ${badged}`]),
    ...(comparison.changed.length === 0 && comparison.same.length === verdicts.length
      ? []
      : ["compared with itself it differs"]),
    ...(page === undefined || same(rowsOn(page), verdicts.map(({ status }) => status).sort())
      ? []
      : ["the page has other statuses"]),
    ...(page === undefined || page.includes(`aria-labelledby="answer" data-status="${headline.status}"`)
      ? []
      : ["the page has another headline"]),
  ];
};

/** The statuses of the page's rows, open and folded: what the chain draws has the same marks on other elements. */
const rowsOn = (page: string): string[] =>
  [
    ...page.matchAll(
      /<(?:li id="[^"]*"|details class="line") data-signal="[^"]*" data-status="(pass|warn|fail|info|skipped|unknown)"/g,
    ),
  ]
    .map(([, status = ""]) => status)
    .sort();

/** All of them, by what they are about. */
export const CHECKS: Readonly<Record<string, Check>> = {
  chainsShowVerdicts,
  copyablesAgree,
  argumentsAreKnown,
  headlineNamesRefusers,
  textFits,
  headlineHasItsVerdict,
  countsAreEvidence,
  ownLimitsAreSaid,
  receiversAgree,
  viewsAgree,
};

/** Everything that a report says in two ways. */
export const contradictions = (views: Views): string[] =>
  Object.entries(CHECKS).flatMap(([about, check]) => check(views).map((what) => `${about}: ${what}`));
