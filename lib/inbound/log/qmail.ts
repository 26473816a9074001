import { facts, type LogFormat, outcome, type State } from "./note.ts";

const STATES: Readonly<Record<string, State>> = { success: "accepted", failure: "refused", deferral: "deferred" };
const OURS =
  /^(?:status: local |(?:new|end|bounce) msg \d|info msg \d|starting delivery \d|delivery \d{1,12}: (?:success|failure|deferral): )/;

/**
 * qmail and notqmail: qmail-send numbers its deliveries. Which recipient a number stands for is in the line that started
 * it; a number whose start is not in the text has no recipient. In what the server said, spaces are underscores.
 */
export const qmail: LogFormat = {
  id: "qmail",
  open: () => {
    const started = new Map<string, { readonly message: string; readonly to: string; readonly remote: boolean }>();
    const current = new Map<string, string>();
    let messages = 0;
    /** Message numbers are used again: each `new msg` begins another message. */
    const messageOf = (number: string) => current.get(number) ?? begin(number);
    const begin = (number: string) => {
      const message = `qmail ${number} ${++messages}`;
      current.set(number, message);
      return message;
    };
    return ({ program, body }) => {
      const ours = /^qmail/.test(program);
      if (!ours && !OURS.test(body)) return undefined;
      const info = /^info msg (\d{1,20}): bytes \d+ from <([^>]{0,400})>/.exec(body);
      if (info) return [facts(messageOf(info[1] ?? ""), { from: info[2] ?? "" })];
      const fresh = /^new msg (\d{1,20})/.exec(body);
      if (fresh) return [facts(begin(fresh[1] ?? ""), {})];
      const ended = /^(?:end|bounce) msg (\d{1,20})/.exec(body);
      if (ended) return current.has(ended[1] ?? "") ? [facts(messageOf(ended[1] ?? ""), {})] : [];
      const start = /^starting delivery (\d{1,12}): msg (\d{1,20}) to (remote|local) (\S{1,400})/.exec(body);
      if (start) {
        const [, number = "", msg = "", where, to = ""] = start;
        const message = messageOf(msg);
        started.set(number, { message, to, remote: where === "remote" });
        return [facts(message, {})];
      }
      const [, number = "", word = "", text = ""] =
        /^delivery (\d{1,12}): (success|failure|deferral): (.*)$/s.exec(body) ?? [];
      const state = STATES[word];
      if (!state) return ours || OURS.test(body) ? [] : undefined;
      const known = started.get(number);
      const words = text.replaceAll("_", " ");
      // Local deliveries succeed with counts, and say so themselves where their start is missing.
      if (known ? !known.remote : /^did \d|^\(?(?:this message is looping|sorry, no mailbox)/i.test(words)) return [];
      const hostAddress = /^(?:Connected to )?([0-9a-f.:]{3,60}) (?:accepted|but|does not like|failed)/i.exec(
        words,
      )?.[1];
      const message = known?.message ?? `qmail delivery ${number}`;
      const over = state === "refused" && GAVE_UP.test(words);
      return [
        outcome(message, {
          state: over ? "deferred" : state,
          to: known ? [known.to] : [],
          ...(hostAddress ? { hostAddress } : {}),
          said: words.replace(GAVE_UP, "").replace(AROUND, "").replace(LINE_END, "\n").trim(),
        }),
        ...(over ? [{ kind: "expired", message, ...(known ? { to: known.to } : {}) } as const] : []),
      ];
    };
  },
};

/** What it adds to the last attempt. */
const GAVE_UP = /I'm not going to try again; this message has been in the queue too long\.\/?/;
/** Lines of a reply are joined by slashes, and addresses of the web have slashes of their own. */
const LINE_END = /\/(?=[245]\d\d[ -]|Giving up on |Remote host said|STARTTLS |[A-Z]|$)/g;
/** qmail-remote's words before the reply. */
const AROUND = /^(?:[^/]{0,200}\/)?Remote host said: /;
