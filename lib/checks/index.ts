/*
 * The core for the server: a text becomes a target, a target a report, and a report what people and programs read. All
 * of `view.ts` is here as well. Nothing else of the core is imported from outside, so behind these two files it can be
 * rebuilt.
 */

export * from "./view.ts";

// From a text to a target

export type { Claims } from "./facts/facts.ts";
export { type ClaimFields, parseClaims } from "./target/claims.ts";
export { optedOutWords, refusal } from "./target/refusal.ts";
export { parseTarget, type Target, targetPath, targetTitle } from "./target/target.ts";

// From a target to a report

export { addressesOfName, createVantage } from "./gather/create-vantage.ts";
export { readWebhookUrl } from "./gather/webhook.ts";
export {
  type ReportedLookup,
  type ReportedVerdict,
  RULES_VERSION,
  reportSchema,
  SCHEMA_VERSION,
} from "./report/report.ts";
export {
  beginCheck,
  type CheckEvent,
  check,
  type Focus,
  lookAtOwnNetwork,
  lookAtResolvers,
  lookUpLikeNode,
  prepareCheck,
} from "./run/check.ts";
export { deliverWebhook, judgeWebhook } from "./run/webhook.ts";

// From a report to what people read

export { compareReports } from "./present/compare/compare.ts";
export { BADGE_FRESH_MS, badgeOf, badgeSvg } from "./present/export/badge.ts";
export { type Occasion, reportMarkdown, reportText } from "./present/export/text.ts";
export { houseMove } from "./present/moving/house-move.ts";
export { present, presentVerdict } from "./present/present.ts";
export { sendingPlan } from "./present/sending/sending-plan.ts";
export { wrapped } from "./words/wrap.ts";

// A target that is looked at again and again

export { clocksOf, nextLookIn } from "./watch/clocks.ts";
export { focusOf } from "./watch/focus.ts";
export { judgeLook, type Memory, type Noted } from "./watch/judge-look.ts";
export { notedWords, outcomeOfNoted } from "./watch/words.ts";

// From a report to what programs read

export { countsJson, headlineJson, reportJson, verdictJson } from "./present/export/json.ts";
export { counts, headlineField, instant, type Json, PUBLIC, strings } from "./report/public-parts.ts";
export { publicReport, verdictField } from "./report/public-report.ts";

// Several addresses

export { chooseForSmtp } from "./pool/choose.ts";
export { comparePools } from "./pool/compare-pools.ts";
export {
  type Pool,
  type PoolEntry,
  type PoolLook,
  type PoolPlan,
  type PoolRow,
  readStoredLook,
  readStoredPlan,
} from "./pool/pool.ts";
export { poolCsv } from "./pool/pool-csv.ts";
export { poolComparisonJson, poolJson, poolRowJson, poolSummaryJson } from "./pool/pool-json.ts";
export { poolMarkdown } from "./pool/pool-markdown.ts";
export { oddFirst, presentPool } from "./pool/present-pool.ts";
export { poolLine, poolRequest, publicPool, publicPoolComparison } from "./pool/public-pool.ts";
export { inTurns } from "./run/in-turns.ts";
export { expandPool } from "./run/pool/expand.ts";
export { createPoolLooker, type PoolLooker } from "./run/pool/look.ts";
export { type PoolInput, type PoolSource, readPoolInput } from "./target/pool-input.ts";
export { poolOffer } from "./target/pool-offer.ts";

// The catalogue

export type { PtrGuide } from "./define/provider.ts";
export type { Signal } from "./define/signal.ts";
export { exampleOutcome } from "./present/example-outcome.ts";
export { exampleRule } from "./present/example-rule.ts";
export { GENERAL, guideOf } from "./present/plan/guide.ts";
export { readGuideValues } from "./present/plan/guide-values.ts";
export { providers } from "./providers/index.ts";
export { receivers } from "./receivers/index.ts";
export { signals } from "./signals/index.ts";
