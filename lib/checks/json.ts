import { PARTIES } from "./parties.ts";
import type { PresentedReceiver } from "./present-receiver.ts";
import type { PresentedReport, PresentedVerdict } from "./presented.ts";
import { ownershipJson, stepJson, ticketJson } from "./remedy/remedy-json.ts";
import type { Step } from "./remedy/step.ts";
import type { Fix } from "./signal.ts";
import { plain } from "./text.ts";

/** The report as programs read it: names fixed by the README, sentences as plain text. */
export function reportJson(report: PresentedReport) {
  const { rows: _rows, receiverRows: _receiverRows, ...rest } = report;
  const ticket = report.plan.find((step) => step.ticket)?.ticket;
  return {
    ...rest,
    headline: {
      status: report.headline.status,
      says: plain(report.headline.says),
      because: plain(report.headline.because),
    },
    fixes: report.plan.map(stepAsFix),
    plan: report.plan.map(stepJson),
    ticket: ticket ? ticketJson(ticket) : null,
    ownership: report.ownership.map(ownershipJson),
    verdicts: report.verdicts.map(verdictJson),
    receivers: report.receivers.map(receiverJson),
  };
}

export function verdictJson(verdict: PresentedVerdict) {
  return {
    ...verdict,
    says: plain(verdict.says),
    fix: verdict.fix ? fixJson(verdict.fix) : null,
    whoCares: verdict.whoCares ? plain(verdict.whoCares) : null,
    exhibit: verdict.exhibit ?? null,
  };
}

const receiverJson = (receiver: PresentedReceiver) => ({
  ...receiver,
  setting: receiver.setting ?? null,
  says: plain(receiver.says),
  reply: receiver.reply ?? null,
  score: receiver.score ?? null,
});

/** A step in short, as `fixes` has always had it. */
const stepAsFix = (step: Step) => ({ signal: step.signal, subject: step.subject, ...fixJson(step) });

const fixJson = (fix: Fix) => ({
  who: fix.who,
  whoSays: PARTIES[fix.who],
  does: plain(fix.does),
  copy: fix.copy ?? null,
});
