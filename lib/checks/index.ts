/*
 * The core for the server: a text becomes a target, a target a report, and a report what people and programs read. All
 * of `view.ts` is here as well. Nothing else of the core is imported from outside, so behind these two files it can be
 * rebuilt.
 */

export * from "./view.ts";

// From a text to a target

export { type ClaimFields, parseClaims, targetQuery } from "./claims.ts";
export type { Claims } from "./facts.ts";
export { refusal } from "./refusal.ts";
export { parseTarget, type Target, targetPath, targetTitle } from "./target.ts";

// From a target to a report

export { createVantage } from "./gather/vantage.ts";
export { RULES_VERSION, reportSchema, SCHEMA_VERSION } from "./report.ts";
export { beginCheck, type Check, type CheckEvent, check, lookAtResolvers } from "./run/check.ts";

// From a report to what people read

export { BADGE_FRESH_MS, badgeOf, badgeSvg } from "./badge.ts";
export { compareReports } from "./compare.ts";
export { present, presentVerdict } from "./present.ts";
export { type Occasion, reportMarkdown, reportText } from "./written.ts";

// From a report to what programs read

export { countsJson, headlineJson, reportJson, verdictJson } from "./json.ts";
export { counts, headlineField, instant, type Json, PUBLIC, strings } from "./report/public-parts.ts";
export { publicReport, verdictField } from "./report/public-report.ts";

// The catalogue

export { exampleOutcome } from "./example-outcome.ts";
export { exampleRule } from "./example-rule.ts";
export type { PtrGuide } from "./provider.ts";
export { providers } from "./providers/index.ts";
export { receivers } from "./receivers/index.ts";
export { GENERAL, guideOf } from "./remedy/guide.ts";
export { readGuideValues } from "./remedy/guide-values.ts";
export type { Signal } from "./signal.ts";
export { signals } from "./signals/index.ts";
