import { beforeAll, describe, expect, test } from "vitest";
import { prose } from "../net/safe-text.ts";
import type { PresentedVerdict } from "../present/presented.ts";
import type { Report } from "../report/report.ts";
import {
  argumentsAreKnown,
  type Check,
  chainsShowVerdicts,
  contradictions,
  copyablesAgree,
  countsAreEvidence,
  headlineHasItsVerdict,
  headlineNamesRefusers,
  ownLimitsAreSaid,
  receiversAgree,
  type Views,
  viewsAgree,
  viewsOf,
} from "./coherence.ts";
import { checkOnPaper, inOrder, type PaperWorld } from "./paper-worlds.ts";

/** Worlds whose reports have something to say in every part. */
const WORLDS: Readonly<Record<string, Partial<PaperWorld>>> = {
  "in order": {},
  "no PTR record": { reverse: "none" },
  "resolves elsewhere": { states: { "mail.example.com": "elsewhere" } },
  listed: { listed: ["spamhaus-zen"] },
  "out of questions": { questions: 12 },
  "two names": { ptr: ["mail.example.com", "mx2.example.com"], states: { "mail.example.com": "back" } },
};

const made = new Map<string, Report>();
beforeAll(async () => {
  for (const [of, more] of Object.entries(WORLDS)) made.set(of, await checkOnPaper({ ...inOrder, ...more }));
});
const viewsIn = (of: string): Views => viewsOf(structuredClone(made.get(of) as Report), () => "");

test.each(Object.keys(WORLDS))("%s: the report does not contradict itself", (of) => {
  const { page: _, ...views } = viewsIn(of);
  expect(contradictions(views)).toEqual([]);
});

/** Changes what one view shows of one verdict. */
const change = (views: Views, signal: string, to: Partial<PresentedVerdict>): Views => ({
  ...views,
  presented: {
    ...views.presented,
    verdicts: views.presented.verdicts.map((verdict) => (verdict.signal === signal ? { ...verdict, ...to } : verdict)),
  },
});
const rewrite = (views: Views, to: Partial<Views["presented"]>): Views => ({
  ...views,
  presented: { ...views.presented, ...to },
});

describe("a contradiction that is planted is found:", () => {
  test.each<[string, string, Check, (views: Views) => Views]>([
    [
      "a box of the chain is green where its verdict is not",
      "in order",
      chainsShowVerdicts,
      (views) => change(views, "certificate-name", { status: "info" }),
    ],
    [
      "an edge is red where its verdict is skipped",
      "no PTR record",
      chainsShowVerdicts,
      (views) =>
        rewrite(views, {
          chains: views.presented.chains.map((chain) => ({
            ...chain,
            edges: { ...chain.edges, back: { ...chain.edges.back, status: "fail" as const } },
          })),
        }),
    ],
    [
      'a box says "unrelated" beside a pass',
      "in order",
      chainsShowVerdicts,
      (views) =>
        rewrite(views, {
          chains: views.presented.chains.map((chain) => ({
            ...chain,
            hangers: chain.hangers.map((point) => ({ ...point, relation: "unrelated" as const })),
          })),
        }),
    ],
    [
      "a box names a signal that was not judged",
      "in order",
      chainsShowVerdicts,
      (views) => rewrite(views, { verdicts: views.presented.verdicts.filter(({ signal }) => signal !== "fcrdns") }),
    ],
    [
      "a row copies another record than the plan",
      "resolves elsewhere",
      copyablesAgree,
      (views) =>
        change(views, "fcrdns", {
          fix: { who: "forward-dns", does: [], copy: "other.example.com. 3600 IN A 203.0.113.10" },
        }),
    ],
    [
      "a ticket asks for another record than its step",
      "no PTR record",
      copyablesAgree,
      (views) =>
        rewrite(views, {
          plan: views.presented.plan.map((step) => (step.ticket ? { ...step, copy: `${step.copy}.net` } : step)),
        }),
    ],
    [
      "text leaves a record out",
      "resolves elsewhere",
      copyablesAgree,
      (views) => ({ ...views, text: views.text.replaceAll("IN A", "") }),
    ],
    [
      "a step proves with a question that a row spells otherwise",
      "no PTR record",
      copyablesAgree,
      (views) => change(views, "reverse-dns", { reproduce: ["dig -x 203.0.113.10"] }),
    ],
    [
      "a command has an empty argument",
      "in order",
      argumentsAreKnown,
      (views) => change(views, "fcrdns", { reproduce: ["dig +short -x ''"] }),
    ],
    [
      "a record holds a name that nobody said",
      "in order",
      argumentsAreKnown,
      (views) =>
        change(views, "mx", { fix: { who: "sender-dns", does: [], copy: "example.com. MX 10 post.example.com." } }),
    ],
    [
      "the headline claims a refusal that nobody makes",
      "in order",
      headlineNamesRefusers,
      (views) =>
        rewrite(views, {
          headline: { ...views.presented.headline, because: prose("Something gets mail from it refused.") },
        }),
    ],
    [
      "the headline keeps a refusal to itself",
      "no PTR record",
      headlineNamesRefusers,
      (views) => rewrite(views, { headline: { ...views.presented.headline, because: [] } }),
    ],
    [
      "the headline says that somebody refuses, and not who",
      "no PTR record",
      headlineNamesRefusers,
      (views) => rewrite(views, { headline: { ...views.presented.headline, because: prose("Some refuse it.") } }),
    ],
    [
      "the headline is green over a failure",
      "no PTR record",
      headlineHasItsVerdict,
      (views) => rewrite(views, { headline: { ...views.presented.headline, status: "pass" } }),
    ],
    [
      "a sentence counts what its evidence does not have",
      "two names",
      countsAreEvidence,
      (views) => change(views, "single-ptr", { says: prose("There are 7 PTR records.") }),
    ],
    [
      "lists are counted that are not in the table",
      "listed",
      countsAreEvidence,
      (views) => change(views, "dnsbl", { evidence: { answered: ["99"] } }),
    ],
    [
      "our limit is told as the silence of others",
      "out of questions",
      ownLimitsAreSaid,
      (views) =>
        rewrite(views, {
          verdicts: views.presented.verdicts.map((verdict) =>
            verdict.status === "unknown" ? { ...verdict, says: prose("Nobody answered.") } : verdict,
          ),
        }),
    ],
    [
      "a receiver misses a name that the signals see",
      "in order",
      receiversAgree,
      (views) =>
        rewrite(views, { receivers: views.presented.receivers.map((each) => ({ ...each, rule: "nameless" })) }),
    ],
    [
      "JSON has another status",
      "in order",
      viewsAgree,
      (views) => ({
        ...views,
        json: {
          ...views.json,
          verdicts: views.json.verdicts.map((verdict) => ({ ...verdict, status: "fail" as const })),
        },
      }),
    ],
    [
      "text has another status",
      "in order",
      viewsAgree,
      (views) => ({ ...views, text: views.text.replace("PASS ", "FAIL ") }),
    ],
    [
      "Markdown has another status",
      "in order",
      viewsAgree,
      (views) => ({ ...views, markdown: views.markdown.replace("**PASS**", "**WARN**") }),
    ],
    [
      "the badge has another tone",
      "no PTR record",
      viewsAgree,
      (views) => ({ ...views, badge: { tone: "pass", says: "in order" } }),
    ],
    [
      "a comparison finds a change",
      "in order",
      viewsAgree,
      (views) => rewrite(views, { verdicts: views.presented.verdicts.slice(1) }),
    ],
    [
      "the page has other rows",
      "in order",
      viewsAgree,
      (views) => ({ ...views, page: '<details class="line" data-signal="spf" data-status="fail">' }),
    ],
  ])("%s", (_, of, check, plant) => {
    const { page: _page, ...views } = viewsIn(of);
    expect(check(views)).toEqual([]);
    expect(check(plant(views))).not.toEqual([]);
  });
});
