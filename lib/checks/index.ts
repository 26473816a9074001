/*
 * The core for the server: a text becomes a target, a target a report, and a report what people and programs read. All
 * of `view.ts` is here as well. Nothing else of the core is imported from outside, so behind these two files it can be
 * rebuilt.
 */

export * from "./view.ts";

// From a text to a target

export type { Claims } from "./facts/facts.ts";
export { type ClaimFields, parseClaims, targetQuery } from "./target/claims.ts";
export { optedOutWords, refusal } from "./target/refusal.ts";
export { parseTarget, type Target, targetPath, targetTitle } from "./target/target.ts";

// From a target to a report

export { createVantage } from "./gather/create-vantage.ts";
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
  lookAtOwnNetwork,
  lookAtResolvers,
  prepareCheck,
} from "./run/check.ts";

// From a report to what people read

export { compareReports } from "./present/compare/compare.ts";
export { BADGE_FRESH_MS, badgeOf, badgeSvg } from "./present/export/badge.ts";
export { type Occasion, reportMarkdown, reportText } from "./present/export/text.ts";
export { present, presentVerdict } from "./present/present.ts";

// From a report to what programs read

export { countsJson, headlineJson, reportJson, verdictJson } from "./present/export/json.ts";
export { counts, headlineField, instant, type Json, PUBLIC, strings } from "./report/public-parts.ts";
export { publicReport, verdictField } from "./report/public-report.ts";

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
