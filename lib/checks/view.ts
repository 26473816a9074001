/*
 * The core for components, and for everything else that must stay pure: values (addresses, names, text), what pages need
 * beside a presented report, and types. A browser may load all of it. So nothing here leads to gather, to Node's modules,
 * to zod, or to the catalogue of signals, receivers and providers, whose words would weigh on every page.
 */

// Values

export {
  addressFromBytes,
  bytesOf,
  type Cidr,
  family,
  type IpAddress,
  isInside,
  parseAddress,
  parseCidr,
  unmapped,
} from "./address.ts";
export { escapeMarkup } from "./markup.ts";
export {
  asName,
  type DomainName,
  hasPublicSuffix,
  isHostname,
  isWithin,
  organisationalDomain,
  parseName,
} from "./name.ts";
export { shell } from "./shell.ts";
export { count, plain, prose, type Text, text, visible } from "./text.ts";

// What pages need beside a presented report

export { COLOURS, DARK_COLOURS } from "./colours.ts";
export { deadList } from "./dnsbl/dead-lists.ts";
export { leftOutSentence } from "./left-out.ts";
export { type OddOneOut, oddOnesOut } from "./odd-one-out.ts";
export { PARTIES } from "./parties.ts";
export { forwardType, type GuideReading } from "./remedy/guide-values.ts";
export { forwardRecord, ptrRecord } from "./remedy/records.ts";
export { reportTitle } from "./report-title.ts";
export { resolverFaultWords } from "./resolver-faults.ts";

// Types

export type { Comparison, FactPair, Turn, VerdictChange, VerdictPair } from "./compare.ts";
export type { Evidence, Exhibit, TreeNode } from "./evidence.ts";
export type { PresentedReceiver, ReceiverRow } from "./present-receiver.ts";
export type {
  Counts,
  Headline,
  PresentedChain,
  PresentedEdge,
  PresentedPoint,
  PresentedReport,
  PresentedVerdict,
  Row,
} from "./presented.ts";
export type { Provider } from "./provider.ts";
export type { Action, Confidence, Receiver, Score, Threshold } from "./receiver.ts";
export type { FilledGuide, Guide } from "./remedy/guide.ts";
export type { Step } from "./remedy/step.ts";
export type { Ticket } from "./remedy/ticket.ts";
export type { Report, ReportedLookup, ReportedSession, ReportedSubject } from "./report.ts";
export type { ReportContext } from "./report-context.ts";
export type { Group, Party, Scope, Status } from "./signal.ts";
export type { Endpoint, Vantage } from "./vantage.ts";
