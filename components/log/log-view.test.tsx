import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readMeant } from "../../lib/inbound/log/table.ts";
import { LOTS, lotOf } from "../../lib/inbound/log/testing/lot.ts";
import { readLines } from "../../lib/inbound/log/testing/read.ts";
import { LogView } from "./log-view.tsx";

const show = (text: string, mine = "") =>
  renderToStaticMarkup(<LogView log={readLines(...text.split("\n"))} meant={readMeant(mine)} />);
const ALL = Object.values(LOTS)
  .map((written) => lotOf(written).text)
  .join("\n");
const refused = (id: number) =>
  `Nov 25 18:01:12 mx postfix/smtp[1]: 4T${id}: to=<a@d${id}.example>, relay=mx.d${id}.example[192.0.2.9]:25, dsn=5.1.1, status=bounced (host mx.d${id}.example[192.0.2.9] said: 550 5.1.1 User unknown)`;

test("every format on one page, without anybody's name", () => {
  const page = show(ALL, "203.0.113.10");
  expect(page).toContain("Receivers saw");
  expect(page).toContain("smtp_bind_address = 203.0.113.10");
  expect(page).toContain("--to-source 203.0.113.10");
  expect(page).toContain("What to do");
  expect(page).not.toMatch(/zaphod|\bford@/);
  // Each cause in the table leads to what to do about it.
  for (const [, id] of page.matchAll(/href="#(cause-[a-z_0-9]+)"/g)) expect(page).toContain(`id="${id}"`);
});

test("only what was accepted: nothing to do, and no question of addresses", () => {
  const page = show(
    '2026-11-22 08:00:01 1tABCD-000000001-AbCd => a@one.example R=dnslookup T=remote_smtp H=mx.one.example [192.0.2.31] I=[203.0.113.10]:1 C="250 OK"',
    "203.0.113.10",
  );
  expect(page).toContain("The only recipient was accepted.");
  expect(page).toContain("Every address they saw is one you meant.");
  expect(page).not.toContain("What to do");
  expect(page).not.toContain('id="meant"');
});

test("an address is not called another one while a name that was named could not be looked up", () => {
  const log = readLines(refused(1).replace("550 5.1.1 User unknown", "550 5.7.1 [203.0.113.77] has no PTR record"));
  const named = readMeant("203.0.113.10, mail.example.com");
  const page = (unanswered: typeof named.names) =>
    renderToStaticMarkup(<LogView log={log} meant={{ ...named, unresolved: named.names, unanswered }} />);
  expect(page([])).toContain('id="meant"');
  expect(page([])).toContain("No address was found for");
  const open = page(named.names);
  expect(open).not.toContain('id="meant"');
  expect(open).toContain("could be looked up");
  expect(open).not.toMatch(/No address was found for|is one you meant/);
});

test("a page of many rows stays light, and says what it leaves out", () => {
  const page = show(Array.from({ length: 2_000 }, (_, i) => refused(i)).join("\n"));
  expect(page.length).toBeLessThan(300_000);
  expect(page).toContain("1920 more rows");
});

test("an address of a kind that was not named", () => {
  const line = refused(1).replace("550 5.1.1 User unknown", "550 5.7.1 [2001:db8::7] has no PTR record");
  expect(show(line, "203.0.113.10")).toContain("You named no address of that kind.");
});

test("records of the first addresses only: the step and the ticket say so", () => {
  const lines = (addresses: number) =>
    Array.from({ length: addresses }, (_, i) =>
      refused(i).replace("550 5.1.1 User unknown", `550 5.7.25 [203.0.113.${i + 1}] has no PTR record`),
    ).join("\n");
  // At the PTR records, at the address records, and in the ticket.
  expect(show(lines(9)).split("the first 6 of 9 addresses")).toHaveLength(4);
  expect(show(lines(6))).not.toContain("the first 6 of");
});
