import { expect, test } from "vitest";
import { plain } from "../../checks/net/safe-text.ts";
import { bindLines, natLines } from "./bind-lines.ts";
import { messagesCsv, readingsCsv } from "./csv.ts";
import { causeSteps, headlineOf, readMeant, receiverSentences, seenAddresses, strangeNames, tableOf } from "./table.ts";
import { lotOf } from "./testing/lot.ts";
import { POSTFIX_LOT } from "./testing/postfix-lot.ts";
import { readLines } from "./testing/read.ts";

const line = (id: number, domain: string, words: string) =>
  `Nov 25 18:0${id % 6}:00 mx postfix/smtp[1]: 4T${id}: to=<a@${domain}>, relay=mx.${domain}[192.0.2.9]:25, dsn=2.0.0, status=${words}`;
const refused = (id: number, domain: string, address: string) =>
  line(
    id,
    domain,
    `bounced (host mx.${domain}[192.0.2.9] said: 550 5.7.${id} [${address}] has no PTR record (in reply to RCPT TO command))`,
  );
const { readings } = readLines(
  refused(1, "t-online.de", "203.0.113.7"),
  refused(2, "t-online.de", "203.0.113.7"),
  refused(3, "b.example", "203.0.113.8"),
  line(4, "b.example", "sent (250 2.0.0 Ok)"),
  line(5, "yahoo.com", "sent (250 ok)"),
);
const rows = tableOf(readings);

test("rows are receiver, address and cause; codes are beside them", () => {
  expect(rows[0]).toMatchObject({
    receiver: "T-Online",
    address: "203.0.113.7",
    count: 2,
    codes: ["550 5.7.1", "550 5.7.2"],
  });
  expect(rows[0]).toMatchObject({ first: "2026-11-25T18:01:00", last: "2026-11-25T18:02:00" });
  expect(headlineOf(rows)).toBe("3 of 5 recipients were refused, for one cause.");
  expect(headlineOf([])).toBe("No delivery of yours is in this text.");
});

test("what each receiver did with all of it", () => {
  expect(receiverSentences(rows, 9)).toEqual(
    expect.arrayContaining([
      "T-Online refused 2 of 2",
      "mx.b.example refused 1, accepted 1 of 2",
      "Yahoo and AOL accepted 1",
    ]),
  );
});

test("addresses that were not meant come first", () => {
  const meant = readMeant("203.0.113.7, mail.example.com");
  expect(meant).toEqual({ addresses: ["203.0.113.7"], names: ["mail.example.com"] });
  expect(seenAddresses(rows, meant).map(({ address, meant: is, refused: n }) => [address, is, n])).toEqual([
    ["203.0.113.8", false, 1],
    ["203.0.113.7", true, 2],
  ]);
  expect(seenAddresses(rows, readMeant("")).map(({ meant: is }) => is)).toEqual([undefined, undefined]);
  // An address may be one of a name that could not be looked up.
  const open = { ...meant, unanswered: meant.names };
  expect(seenAddresses(rows, open).map(({ meant: is }) => is)).toEqual([true, undefined]);
  const said = readings.map((one) => ({ ...one, helo: "other.example.com" as never }));
  expect(strangeNames(said, meant)).toEqual(["other.example.com"]);
  expect(strangeNames(said, readMeant(""))).toEqual([]);
});

test("a cause says what it means, who must act, and what to do first", () => {
  const [step] = causeSteps(readings, rows);
  expect(step).toMatchObject({ cause: "ptr_missing", refused: 3, addresses: ["203.0.113.7", "203.0.113.8"] });
  expect(step?.who).toContain("owner of the address");
  expect(plain(step?.next ?? [])).toMatch(/\.$/);
});

test("lines that bind the address, for the programs in the text; and for routers", () => {
  expect(bindLines("203.0.113.7" as never, ["postfix", "ses"]).map(({ program }) => program)).toEqual(["Postfix"]);
  expect(bindLines("203.0.113.7" as never, []).length).toBeGreaterThan(6);
  for (const { lines } of [...bindLines("203.0.113.7" as never, []), ...natLines("203.0.113.7" as never)])
    expect(lines).toContain("203.0.113.7");
});

test("CSV holds neither local parts nor formulas", () => {
  const log = readLines(...lotOf(POSTFIX_LOT).text.split("\n"));
  const table = readingsCsv(log.readings);
  expect(table.split("\r\n").length).toBe(log.readings.length + 2);
  expect(table).not.toContain("20261125.1@example.com");
  expect(messagesCsv(log.messages)).toContain(
    "20261125.1@example.com,gmail.com,203.0.113.14,refused,2026-11-25T18:01:12\r\n",
  );
  expect(messagesCsv([{ messageId: '=1+1,"x"', domain: "@b", address: "", outcome: "accepted", at: "" }])).toContain(
    '"\'=1+1,""x""","\'@b",,accepted,',
  );
});
