import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const line = (rest: string) => `[NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] ${rest}`;
const delivered = (rcpts: string) =>
  line(
    `delivered file=1784_x domain=b.example host=mx.b.example ip=192.0.2.9 port=25 mode=SMTP tls=Y auth=N response="250 2.0.0 OK" delay=0.5 fails=0 rcpts=${rcpts}`,
  );
const DEFERRED = line("recipient <bob@b.example> deferred: 451 4.7.1 Greylisted");

describe("Haraka", () => {
  test.each([
    ["recipients that are counted", [delivered("3/0/0")], { count: 3, cause: "accepted", receiver: "mx.b.example" }],
    [
      "a recipient that is refused, and the item because of it",
      [
        line("recipient <bob@b.example> rejected: 550 5.7.1 no PTR for 203.0.113.7"),
        line("bouncing mail: Some recipients failed: <bob@b.example>"),
      ],
      { count: 1, cause: "ptr_missing", address: "203.0.113.7", receiver: "b.example" },
    ],
    [
      "the item alone",
      [line("Temp failing 1784_x for 64 seconds: Upstream error: 421 4.7.0 no PTR for 203.0.113.7")],
      { count: 1, cause: "ptr_missing", permanence: "temporary" },
    ],
    ["put off, then taken", [DEFERRED, delivered("1/0/0")], { count: 1, cause: "accepted" }],
    [
      "old lines with quotes",
      [line('delivered file=x domain="b.example" host="mx.b.example" ip=192.0.2.9 response="250 ok" delay=1 fails=0')],
      { count: 1, cause: "accepted" },
    ],
  ])("%s", (_, lines, expected) => {
    expect(readingOf(...lines)).toMatchObject(expected);
  });

  test("one is taken, one still waits", () => {
    expect(readLines(DEFERRED, delivered("1/1/0")).readings.map(({ cause }) => cause)).toEqual([
      "greylisted",
      "accepted",
    ]);
  });

  test("LMTP and other plugins are none of ours", () => {
    const text = [delivered("1/0/0").replace("mode=SMTP", "mode=LMTP"), "[INFO] [1B.1] [rcpt_to.in_host_list] 550 no"];
    expect(readLines(...text)).toMatchObject({ readings: [], unread: 2 });
  });
});
