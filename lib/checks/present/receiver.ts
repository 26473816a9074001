import type { Action, Confidence, Receiver, Score, Threshold } from "../define/receiver.ts";
import { wordsOfRule } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import { parseAddress } from "../net/address.ts";
import { type Text, text } from "../net/safe-text.ts";
import { receivers, receiversFor } from "../receivers/index.ts";
import type { Report, ReportedOutlook } from "../report/report.ts";

/** What one receiver would do with mail from one server, with its words. */
export interface PresentedReceiver {
  readonly subject: string;
  readonly receiver: string;
  readonly name: string;
  readonly kind: Receiver["kind"];
  readonly setting?: string;
  readonly action: Action;
  readonly rule: string;
  readonly says: Text;
  readonly reply?: string;
  readonly score?: Score;
  readonly thresholds: readonly Threshold[];
  /** How the rule is known. */
  readonly confidence?: Confidence;
  readonly source?: Receiver["source"];
  readonly evidence: Evidence;
}

/** A receiver that is still to be asked. */
interface PendingReceiver {
  readonly subject: string;
  readonly receiver: string;
  readonly name: string;
  readonly kind: Receiver["kind"];
  readonly setting?: string;
  readonly action: "pending";
}
export type ReceiverRow = PresentedReceiver | PendingReceiver;

const byId: ReadonlyMap<string, Receiver> = new Map(receivers.map((receiver) => [receiver.id, receiver]));

/** Every receiver of every server, in the registry's order; pending ones while the check runs. */
export function presentReceivers(report: Report): ReceiverRow[] {
  if (report.state === "done") return report.receivers.map(presentReceiver);
  return report.subjects.flatMap(({ id, scope, address }) => {
    const parsed = parseAddress(address ?? "");
    const rows = parsed ? receiversFor(parsed) : [];
    return rows.flatMap((receiver): ReceiverRow[] => {
      const judged = report.receivers.find((one) => one.subject === id && one.receiver === receiver.id);
      if (judged) return [presentReceiver(judged)];
      // Of an address that a domain may send from, nobody waits for receivers.
      return scope === "server"
        ? [{ subject: id, receiver: receiver.id, ...introduce(receiver), action: "pending" }]
        : [];
    });
  });
}

/** Puts the words to one stored outlook. Its receiver may be gone or its rules reworded since. */
function presentReceiver(outlook: ReportedOutlook): PresentedReceiver {
  const receiver = byId.get(outlook.receiver);
  const rule = receiver?.rules[outlook.rule];
  const { subject, receiver: id, action, rule: code, confidence, evidence } = outlook;
  return {
    subject,
    receiver: id,
    ...(receiver ? introduce(receiver) : { name: id, kind: "software" }),
    action,
    rule: code,
    ...(rule ? wordsOfRule(rule, evidence) : { says: text`Judged as ${code} by rules of that day.` }),
    thresholds: receiver?.thresholds ?? [],
    ...(confidence ? { confidence } : {}),
    ...(receiver ? { source: receiver.source } : {}),
    evidence,
  };
}

const introduce = ({ name, kind, setting }: Receiver) => ({ name, kind, ...(setting ? { setting } : {}) });
