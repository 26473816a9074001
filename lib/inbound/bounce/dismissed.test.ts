import { describe, expect, test } from "vitest";
import { expectLinearText } from "../../checks/testing/growth.ts";
import { classifyBounce, normal } from "./classify.ts";
import { withoutDismissed } from "./dismissed.ts";
import { Said } from "./rules/rule.ts";

const left = (text: string): string =>
  withoutDismissed(new Said(normal(text)))
    .replace(/[; ]+/g, " ")
    .trim();

describe("what a refusal names only to exclude it", () => {
  test.each([
    ["user unknown. this has nothing to do with the ptr record.", "user unknown. this has ."],
    ["your ptr, spf and helo are fine, but the mailbox is full", ", but the mailbox is full"],
    ["mailbox full (your address is on no blocklist)", "mailbox full ( )"],
    ["spf: pass dkim: pass ptr: none", "ptr: none"],
    ["der ptr-eintrag ist in ordnung, spf auch. postfach voll.", ". postfach voll."],
    ["no ptr record", "no ptr record"],
    ["your ptr record is not ok", "your ptr record is not ok"],
    ["der ptr-eintrag ist nicht in ordnung", "der ptr-eintrag ist nicht in ordnung"],
    ["el ptr no está bien", "el ptr no esta bien"],
    ["rekord ptr nie jest w porządku", "rekord ptr nie jest w porzadku"],
    ["ptr-запись не в порядке", "ptr-запись не в порядке"],
  ])("%s", (text, rest) => {
    expect(left(text)).toBe(rest);
  });

  test.each([
    ["550 5.7.1 Rejected by mx-blacklist-ptr.hospital.example: user unknown", "recipient_unknown"],
    ["452 <info@spf-dkim-helo.example>: mailbox full", "mailbox_full"],
    ["550 5.1.1 No such user, see https://help.example.org/errors/ptr-missing.html", "recipient_unknown"],
    ["550 No such user, see www.example.org/rdns/blacklist?ip=203.0.113.9", "recipient_unknown"],
    [
      "<a@no-ptr.exmaple>: Host or domain name not found. Name service error for name=no-ptr.exmaple type=A: Host not found",
      "recipient_domain_unknown",
    ],
    ["550 5.7.1 Rejected as spam: BAYES_95 URIBL_RED RDNS_NONE", "content_rejected"],
    ["550 5.4.6 Too many hops; your SPF record has no matching entry", "mail_loop"],
    ["550 5.7.29 ARC validation failed, DKIM does not verify either", "arc_fail"],
  ])("names, paths and filters’ tests are no words: %s", (text, cause) => {
    expect(classifyBounce(text).cause).toBe(cause);
  });

  test.each(["is fine, ", "ptr, ", "nothing to do with ", "a.", "A_B ", "on no list ", "x.example/", "no spf ", "но "])(
    "is taken out in time that grows as the text does: %j",
    (piece) => {
      expectLinearText(piece, (text) => withoutDismissed(new Said(normal(text))));
    },
  );
});
