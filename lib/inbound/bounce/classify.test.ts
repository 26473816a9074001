import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { signals } from "../../checks/signals/index.ts";
import { CAUSES, type CauseClass } from "./causes.ts";
import { classifyBounce } from "./classify.ts";
import { RULES } from "./rules/index.ts";
import { SAMPLES } from "./testing/texts.ts";

const file = resolve(import.meta.dirname, "../../..", process.env.NAMEPLATE_FACTS ?? "../shared/facts", "bounces.tsv");
const collected = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(1) : [];

describe("the causes of refusals", () => {
  test.each(SAMPLES.map(({ cause, text }) => [cause, text]))("%s: %s", (cause, text) => {
    expect(classifyBounce(text ?? "").cause).toBe(cause);
  });

  // The promise is nine in ten of texts never seen; what was collected is held to all.
  test.skipIf(collected.length === 0)("of the collected texts all are told, with and without their codes", () => {
    const rows = collected.map((line) => line.split("\t"));
    const wrong = rows.flatMap(([id, , reply, status, text = "", cause]) =>
      [`${reply} ${status} ${text}`, text]
        .map((said) => classifyBounce(said).cause)
        .filter((found) => found !== cause)
        .map((found) => `${id}: ${found} for ${cause}`),
    );
    expect(wrong.length / (2 * rows.length), wrong.join("\n")).toBeLessThan(0.02);
  });

  test.each([
    ["in capitals", (text: string) => text.toUpperCase()],
    ["wrapped at 60 columns", (text: string) => text.replace(/(.{40,60}?) /g, "$1\r\n  ")],
    ["quoted", (text: string) => text.replace(/^/gm, "> ")],
    ["with typographic quotes", (text: string) => text.replaceAll("'", "’")],
    [
      "in a log line",
      (text: string) =>
        `Nov 22 08:00:00 mail postfix/smtp[4]: 4ABC: to=<a@b.example>, relay=mx.b.example[192.0.2.9]:25, dsn=5.0.0, status=bounced (host mx.b.example[192.0.2.9] said: ${text.replace(/\n/g, " ")} (in reply to RCPT TO command))`,
    ],
  ])("%s they are told as well", (_, change) => {
    const wrong = SAMPLES.filter(({ text, cause }) => classifyBounce(change(text)).cause !== cause);
    expect(wrong.length / SAMPLES.length, wrong.map(({ text }) => text).join("\n")).toBeLessThan(0.05);
  });

  test.each([
    ["550 5.7.1 rejected", "permanent"],
    ["451 4.7.1 rejected", "temporary"],
    ["#4.7.1 rejected", "temporary"],
    ["temporarily deferred, try again later", "temporary"],
    ["the mail was rejected", "permanent"],
    ["the message has been in the queue too long (#4.4.1)", "permanent"],
    ["451 4.7.1 greylisted; returned to sender after 5 days", "permanent"],
    ["591 your host is not welcome", "permanent"],
    ["554 30 Sorry, your message cannot be delivered", "permanent"],
    ["something", "unknown"],
  ])("%s is %s", (text, permanence) => {
    expect(classifyBounce(text).permanence).toBe(permanence);
  });

  test("a code for now alone is no recipient who does not exist", () => {
    expect(classifyBounce("451 4.2.1 later").cause).toBe("unknown");
    expect(classifyBounce("550 5.2.1 no").cause).toBe("recipient_unknown");
  });

  test.each([
    ["Nasz newsletter wraca: 554 5.7.1 [1] Message rejected under suspicion of SPAM", "content_rejected"],
    ["Ihr Rundschreiben an alle Mitglieder: 550 spam message rejected. Please visit our help", "content_rejected"],
    ["451 4.4.3 Der SPF-Eintrag von a.example konnte vorübergehend nicht abgefragt werden", "spf_error"],
    ["451 Error temporal al consultar el registro SPF de a.example", "spf_error"],
    ["451 a.example のSPFレコードを一時的に参照できませんでした", "spf_error"],
    ["550 SPF: 203.0.113.9 is not allowed to send mail for a.example", "spf_fail"],
  ])("%s", (text, cause) => {
    expect(classifyBounce(text).cause).toBe(cause);
  });

  test("every cause names signals that exist, and every rule a cause that has words", () => {
    const ids = new Set(signals.map(({ id }) => id));
    const named = Object.values(CAUSES).flatMap((cause) => cause.signals as readonly string[]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const reachable = new Set<CauseClass>(RULES.map(({ cause }) => cause));
    const unreachable = Object.keys(CAUSES).filter((cause) => !reachable.has(cause as CauseClass));
    // By codes alone, by the end of a list, by what a log says; and the rest.
    expect(unreachable.toSorted()).toEqual(["delivered", "dnsbl_dead_list", "unknown"]);
  });
});
