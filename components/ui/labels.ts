import type { Counts, Group, SignalScope, Status } from "../../lib/checks/view.ts";

/** The word beside each status's icon and colour. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  pass: "Pass",
  warn: "Warning",
  fail: "Fail",
  info: "Note",
  skipped: "Skipped",
  unknown: "Unknown",
};

/** What a status means for the reader: shown where statuses are explained. */
export const STATUS_MEANS: Readonly<Record<Status, string>> = {
  pass: "nothing to do",
  warn: "some receivers will trust this less",
  fail: "some receivers refuse mail because of this",
  info: "worth knowing; no receiver acts on it",
  skipped: "another signal owns the cause",
  unknown: "we could not find out",
};

/** Counted statuses in the order of their weight, each with its words for a number. */
const COUNT_WORDS: readonly (readonly [Status, (n: number) => string])[] = [
  ["fail", (n) => `${n} failed`],
  ["warn", (n) => counted(n, "warning")],
  ["unknown", (n) => `${n} could not be checked`],
  ["pass", (n) => `${n} passed`],
  ["info", (n) => counted(n, "note")],
  ["skipped", (n) => `${n} skipped`],
];

/** "1 question", "2 questions"; "2 addresses" where the plural is another. */
export const counted = (n: number, noun: string, plural = `${noun}s`): string => `${n} ${n === 1 ? noun : plural}`;

/** A number of one status in words: "15 passed". */
export const countWords = (status: Status, n: number): string =>
  COUNT_WORDS.find(([of]) => of === status)?.[1](n) ?? String(n);

/** The counts that are not zero, in words. */
export function countedStatuses(counts: Counts): { status: Status; words: string }[] {
  return COUNT_WORDS.flatMap(([status, words]) =>
    counts[status] > 0 ? [{ status, words: words(counts[status]) }] : [],
  );
}

export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  reverse: "Reverse DNS",
  greeting: "Greeting",
  tls: "Encryption",
  authentication: "Authentication",
  reputation: "Reputation",
  control: "Who can change it",
  receiving: "Receiving mail",
  message: "The message",
};
export const GROUPS = Object.keys(GROUP_WORDS) as Group[];

export const SCOPE_WORDS: Readonly<Partial<Record<SignalScope, string>>> = {
  server: "Sending server",
  receiver: "Receiving server",
  sender: "Judged as a sender",
  domain: "Domain",
  session: "Session in which it sent to this service",
  message: "Message it sent to this service",
};

const CHECK_LABELS: Readonly<Record<string, string>> = {
  ehlo: "EHLO",
  greeting: "Greeting",
  certificate: "Certificate",
  spf: "SPF",
};
export const checkLabel = (label: string): string => CHECK_LABELS[label] ?? label;

const EVIDENCE: Readonly<Record<string, string>> = {
  address: "Address",
  addresses: "Addresses",
  question: "Question without an answer",
  reason: "Why",
  name: "Name",
  names: "Names",
  many: "Public addresses",
  reachable: "Addresses",
  refused: "Addresses that are not public",
  ptr: "PTR name",
  ns: "Name servers",
  mname: "Primary server (SOA)",
  rname: "Contact (SOA)",
  ehlo: "EHLO name",
  helo: "EHLO name",
  spf: "SPF record",
  dkim: "DKIM key",
  dmarc: "DMARC record",
  mx: "MX",
  tld: "Top-level domain",
  ttl: "TTL",
  asn: "AS number",
  txt: "TXT record",
  tls: "TLS",
};

/** The label of an evidence key: its own word, or the key itself read as words (`reverseName` is "Reverse name"). */
export function evidenceLabel(key: string): string {
  const known = EVIDENCE[key];
  if (known) return known;
  const words = key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[-_]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
