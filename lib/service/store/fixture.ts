import { type Report, RULES_VERSION, SCHEMA_VERSION } from "../../checks/index.ts";

/** A small report for tests of what happens to reports. */
export function fixtureReport(more: Partial<Report> = {}): Report {
  return {
    schemaVersion: SCHEMA_VERSION,
    rulesVersion: RULES_VERSION,
    state: "running",
    path: "203.0.113.25",
    target: { kind: "address", address: "203.0.113.25", claims: { selectors: [] } },
    seenAt: "2026-11-22T08:00:00.000Z",
    durationMs: 0,
    vantage: { label: "a test", resolvers: ["198.51.100.53"], ehloName: "nameplate.invalid" },
    subjects: [{ id: "203.0.113.25", scope: "server", address: "203.0.113.25", signals: ["reverse-dns"] }],
    verdicts: [],
    chains: [],
    remedies: [],
    receivers: [],
    lookups: [],
    sessions: [],
    ...more,
  };
}
