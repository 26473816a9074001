import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const START = "@4000000069262a801a2b3c4d starting delivery 7: msg 99 to remote bob@b.example";
const at = (rest: string) => `@4000000069262a811a2b3c4d delivery 7: ${rest}`;

describe("qmail", () => {
  test.each([
    [
      "the address in front is the server's",
      at("success: 192.0.2.9_accepted_message./Remote_host_said:_250_ok/"),
      { cause: "accepted", address: null, receiver: "b.example", last: "2025-11-25T22:15:19Z" },
    ],
    [
      "the sender's stands in the reply",
      at(
        "failure: 192.0.2.9_does_not_like_recipient./Remote_host_said:_550_5.7.1_[203.0.113.7]_has_no_PTR_record/Giving_up_on_192.0.2.9./",
      ),
      { cause: "ptr_missing", address: "203.0.113.7" },
    ],
    [
      "no connection",
      at("deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/"),
      { cause: "connection_failed", permanence: "temporary" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(START, text)).toMatchObject(expected);
  });

  test("without its start a delivery has no recipient, and still its reply", () => {
    expect(readingOf(at("failure: Remote_host_said:_552_5.2.2_Mailbox_full/"))).toMatchObject({
      receiver: null,
      cause: "mailbox_full",
    });
  });

  test("local deliveries are none of ours", () => {
    const text = [START.replace("remote", "local"), at("success: did_1+0+0/")];
    expect(readLines(...text)).toMatchObject({ readings: [], unread: 2 });
    expect(readLines(at("success: did_1+0+0/"))).toMatchObject({ readings: [] });
  });
});
