/*
 * The core for components, and for everything else that must stay pure: values (addresses, names, text), what pages need
 * beside a presented report, and types. A browser may load all of it. So nothing here leads to gather, to Node's modules,
 * to zod, or to the catalogue of signals, receivers and providers, whose words would weigh on every page.
 */

// Values

export { defaultLimits, publicManners } from "./facts/vantage.ts";
export {
  blockOf,
  type Cidr,
  family,
  type IpAddress,
  isInside,
  networkOf,
  parseAddress,
  parseCidr,
  unmapped,
} from "./net/address.ts";
export {
  asName,
  type DomainName,
  hasPublicSuffix,
  isHostname,
  isWithin,
  organisationalDomain,
  parseName,
} from "./net/domain-name.ts";
export { type OptOut, parseOptOut } from "./net/opt-out.ts";
export { count, enumerated, mentions, plain, prose, type Text, text, visible } from "./net/safe-text.ts";
export { shell } from "./net/shell.ts";
export { markdownCode, markdownTable, markdownWords } from "./present/export/markdown.ts";
export { escapeMarkup } from "./present/export/markup.ts";

// What pages need beside a presented report

export { deadList } from "./formats/dnsbl/dead-lists.ts";
export { blocklistsOf } from "./formats/dnsbl/lists.ts";
export { type CheckedAs, checkedAs, networkSeen } from "./present/checked-as.ts";
export { COLOURS, DARK_COLOURS } from "./present/export/colours.ts";
export { bindConfigs, type Config } from "./present/plan/greeting-config.ts";
export { forwardType, type GuideReading } from "./present/plan/guide-values.ts";
export { isShared } from "./present/plan/identity.ts";
export { forwardRecord, ptrRecord } from "./present/plan/records.ts";
export { placeOfStep, type Step, whoActs } from "./present/plan/step.ts";
export { heaviestFirst, receiverCounts, type Stance, stanceOf } from "./present/receiver-counts.ts";
export { COLD_START, WARM_UP } from "./present/sending/warm-up.ts";
export { firstSentence } from "./present/sentences.ts";
export { type ServerCell, type ServerLine, serverLines } from "./present/server-lines.ts";
export { lacksEhloOnly, standingOf } from "./present/standing.ts";
export { leftOutSentence } from "./report/left-out.ts";
export { resolverFaultWords } from "./report/resolver-faults.ts";
export { reportTitle } from "./report/title.ts";
export { targetQuery } from "./target/claims.ts";
export { forDomains, isUntil, UNTIL_WORDS, UNTILS, type Until } from "./watch/until.ts";
export { addressType, digPtr } from "./words/commands.ts";
export { csvOf } from "./words/csv.ts";
export { BESIDE_SHARED, PARTIES } from "./words/parties.ts";

// Types

export type { Provider } from "./define/provider.ts";
export type { Action, Confidence, Receiver, Score, Threshold } from "./define/receiver.ts";
export type { Group, Party, SignalScope, Status } from "./define/signal.ts";
export type { Evidence, Exhibit, TreeNode } from "./facts/evidence.ts";
export type { DkimSignature, Hop, Sending, SentMessage } from "./facts/sending.ts";
export type { Endpoint, Limits, Vantage } from "./facts/vantage.ts";
export type { PoolOptions, RejectedLine } from "./pool/pool.ts";
export type {
  PoolChange,
  PoolComparison,
  PoolNote,
  PresentedPool,
  PresentedPoolRow,
} from "./pool/presented-pool.ts";
export type { Comparison, FactPair, Turn, VerdictPair } from "./present/compare/compare.ts";
export type { AddressPair, Difference } from "./present/moving/differences.ts";
export type { HouseMove } from "./present/moving/house-move.ts";
export type { MovePhase } from "./present/moving/move-tasks.ts";
export type { FilledGuide, Guide } from "./present/plan/guide.ts";
export type { Ticket } from "./present/plan/ticket.ts";
export type {
  Counts,
  Headline,
  PresentedChain,
  PresentedEdge,
  PresentedPoint,
  PresentedReport,
  PresentedVerdict,
  Row,
} from "./present/presented.ts";
export type { PresentedReceiver, ReceiverRow } from "./present/receiver.ts";
export type { ChecklistLine } from "./present/sending/checklist.ts";
export type { Confirmation } from "./present/sending/confirmations.ts";
export type { HandOverRow } from "./present/sending/hand-over.ts";
export type { CheckedAddress, MoveInput, PlanInput } from "./present/sending/sending-input.ts";
export type { ReadAt, SendingPlan } from "./present/sending/sending-plan.ts";
export type { Tick } from "./present/sending/tick.ts";
export type { ZoneSnippet } from "./present/sending/zone-snippet.ts";
export type { ReportContext } from "./report/context.ts";
export type { Report, ReportedLookup, ReportedSession, ReportedSubject } from "./report/report.ts";
export type { Clock } from "./watch/clocks.ts";
export type { PresentedEvent, PresentedWatch } from "./watch/presented-watch.ts";
