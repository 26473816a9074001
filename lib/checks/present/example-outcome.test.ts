import { expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { signals } from "../signals/index.ts";
import { exampleOutcome } from "./example-outcome.ts";

test.each(signals.map((signal) => [signal.id, signal] as const))(
  "%s can be explained without a report",
  (_, signal) => {
    for (const code of Object.keys(signal.outcomes)) {
      const { says, fix, whoCares } = exampleOutcome(signal, code);
      for (const words of [says, fix?.does, whoCares]) {
        if (!words) continue;
        expect(plain(words), code).not.toMatch(/a list that no longer exists|\bthe some\b|: it cannot be evaluated/);
        // An alias at the name is a case of its own, and so is a sending domain that was only guessed.
        if (!code.includes("alias")) expect(plain(words), code).not.toContain("so nothing can be published there");
        if (!code.includes("inferred")) expect(plain(words), code).not.toContain("(from the PTR name)");
        expect(plain(words), code).not.toMatch(/NaN|\[object|Invalid Date/);
        expect(words, code).not.toContainEqual({ code: "undefined" });
        expect(plain(words).trim(), code).not.toBe("");
      }
    }
  },
);

test.each([
  ["dmarc", "reject", "The DMARC policy for ‹domain› is reject: receivers should refuse mail that fails."],
  ["dnsbl", "listed-high", "‹address› is on Spamhaus ZEN (XBL: infected or abused machine)."],
  ["single-ptr", "several", "There are 2 PTR records for one address: ‹ptr› and ‹another ptr›."],
  ["sending-ehlo", "other", "When it sent, it said ‹verb› ‹helo›; when it receives, it answers EHLO as ‹answered›."],
  ["fcrdns", "pass", "‹confirmed› resolves to ‹address›: the PTR record is forward-confirmed."],
  ["ehlo-name", "sends-no-host-name", "When it sent to this service, the server said EHLO ‹ehlo›, which is not"],
])("%s/%s is explained by its usual case", (id, code, words) => {
  const signal = signals.find((one) => one.id === id);
  expect(signal && plain(exampleOutcome(signal, code).says)).toContain(words);
});
