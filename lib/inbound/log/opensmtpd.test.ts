import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const line = (source: string, relay: string, result: string, stat: string) =>
  `Nov 24 11:00:02 host smtpd[1]: 5df87c9ffd0e785d mta delivery evpid=3d4c4a424797fe79 from=<zaphod@example.com> to=<bob@b.example> rcpt=<-> source="${source}" relay="${relay}" delay=1s result="${result}" stat="${stat}"`;

describe("OpenSMTPD", () => {
  test.each([
    [
      "the source is the sending address",
      line("203.0.113.7", "192.0.2.9 (mx.b.example)", "Ok", "250 2.0.0 Ok"),
      { address: "203.0.113.7", receiver: "mx.b.example", cause: "accepted" },
    ],
    ["an inner source is not", line("10.0.0.7", "192.0.2.9 (mx.b.example)", "Ok", "250 2.0.0 Ok"), { address: null }],
    [
      "a name that Google's servers have in reverse",
      line("-", "142.250.1.27 (ws-in-f27.1e100.net)", "TempFail", "421 4.7.0 try again later"),
      { receiver: "gmail", permanence: "temporary" },
    ],
    [
      "put off by a code, told as final",
      line("-", "192.0.2.9 (mx.b.example)", "PermFail", "450 4.2.0 greylisted"),
      { permanence: "permanent", cause: "greylisted" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject({ from: "example.com", ...expected });
  });

  test("what comes in is none of ours", () => {
    const text =
      'Nov 24 11:00:02 host smtpd[1]: 5df87c9c42abeddb smtp failed-command command="RCPT TO:<a@example.com>" result="550 Invalid recipient"';
    expect(readLines(text)).toMatchObject({ readings: [], unread: 1 });
  });
});
