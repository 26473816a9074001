import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { expectLinearText } from "../../lib/checks/testing/growth.ts";
import type { Counts } from "../../lib/checks/view.ts";
import { PlanStep, PlanSteps } from "../plan/plan-step.tsx";
import { Answer } from "../report/answer.tsx";
import { FactsHead } from "../report/facts-head.tsx";
import { Problem, Problems, Seen } from "../report/problem.tsx";
import { Badge, Say, StatusBadge, type Tone } from "./badge.tsx";
import { Banner } from "./banner.tsx";
import { Button, ButtonLink } from "./button.tsx";
import { Card } from "./card.tsx";
import { Copyable } from "./copyable.tsx";
import { FoldLine, Folds } from "./folded-lines.tsx";
import { Section } from "./section.tsx";
import { Table } from "./table.tsx";
import { Tally } from "./tally.tsx";

const html = (element: ReactElement): string => renderToStaticMarkup(element);
const words = (element: ReactElement): string => html(element).replaceAll(/<[^>]*>/g, "");
const TONES: readonly Tone[] = ["pass", "warn", "fail", "info", "unknown", "skipped", "pending"];

describe("never colour alone", () => {
  test.each(TONES)("%s has an icon and a word, as a badge and in a table", (tone) => {
    for (const Component of [Badge, Say]) {
      const shown = html(<Component tone={tone}>a word</Component>);
      expect(shown).toContain(tone);
      expect(shown).toMatch(/<svg[^>]* data-icon="\w+"[^>]*><path d="M/);
      expect(shown).toContain("a word");
    }
  });

  test("a status has its own word, and what has no status needs no icon", () => {
    expect(words(<StatusBadge status="warn" />)).toBe("Warning");
    expect(html(<Badge tone="plain">a word</Badge>)).not.toContain("<svg");
    const deferred = (
      <Badge tone="warn" icon="defer">
        Defers
      </Badge>
    );
    expect(html(deferred)).toContain('data-icon="defer"');
  });
});

test("a button sends its form unless it says otherwise; a link that looks like one stays a link", () => {
  expect(html(<Button>Check</Button>)).toBe('<button type="submit" class="button">Check</button>');
  const again = (
    <Button type="button" primary>
      Again
    </Button>
  );
  expect(html(again)).toContain('<button type="button" class="button primary">');
  expect(html(<ButtonLink href="/x">There</ButtonLink>)).toBe('<a class="button" href="/x">There</a>');
});

test("what is copied is what is shown, whatever a server put in it", () => {
  const shown = html(<Copyable label="the record">{"a\n<b>\u202ec"}</Copyable>);
  expect(shown).toContain("a\n&lt;b&gt;");
  expect(shown).not.toContain("\u202e");
  expect(shown).toContain('aria-label="Copy: the record"');
  expect(shown).toContain("needs-script");
});

test("a section is named by its heading", () => {
  const shown = html(
    <Section title="Problems" id="problems" note="two">
      x
    </Section>,
  );
  expect(shown).toMatch(/<section [^>]*id="problems"[^>]*aria-labelledby="problems-title"/);
  expect(shown).toContain('<h2 id="problems-title">Problems</h2>');
});

test("each count leads to where it stands, and what is none is not counted", () => {
  const counts = { fail: 1, warn: 2, unknown: 0, pass: 12, info: 0, skipped: 0 };
  const tally = <Tally counts={counts} hrefOf={(status) => `#${status}`} />;
  expect([...html(tally).matchAll(/href="#(\w+)" class/g)].map(([, status]) => status)).toEqual([
    "fail",
    "warn",
    "pass",
  ]);
  expect(words(tally)).toBe("1 failed2 warnings12 passed");
});

test("a table names its rows and columns, and a cell its column for those who see no head", () => {
  const shown = html(
    <Table
      label="Servers"
      columns={[
        { key: "address", label: "Address" },
        { key: "ptr", label: "PTR name" },
        { key: "ehlo", label: "EHLO name" },
      ]}
      groups={[
        { key: "odd", title: "Differs", rows: [{ key: "1", cells: { address: "203.0.113.1", ptr: "none" } }] },
        { key: "rest", rows: [{ key: "2", marks: { "data-status": "pass" }, cells: { address: "203.0.113.2" } }] },
      ]}
    />,
  );
  expect(shown).toContain("<caption");
  expect(shown.match(/scope="col"/g)).toHaveLength(3);
  expect(shown).toMatch(/<th scope="rowgroup" colSpan="3"[^>]*>Differs<\/th>/);
  expect(shown.match(/scope="row"/g)).toHaveLength(2);
  expect(shown).toMatch(/<td data-label="PTR name"[^>]*>none<\/td>/);
  expect(shown).toContain('<tr data-status="pass">');
});

test("a folded line is closed, and says what it holds before it is opened", () => {
  const shown = html(
    <Folds>
      <FoldLine tone="pass" title="15 passed" note="Port 25">
        all of them
      </FoldLine>
    </Folds>,
  );
  expect(shown).toMatch(/<details><summary>.*15 passed.*Port 25.*<\/summary><div>all of them<\/div><\/details>/);
  expect(shown).not.toContain("open=");
});

test("a step is complete in itself: what, who, where, what to enter, the proof", () => {
  const shown = html(
    <PlanSteps>
      <PlanStep
        place={1}
        id="fix-1"
        title="Set the PTR record"
        who="You, at Hetzner."
        where="Robot, IPs"
        texts={[
          { label: "Record", text: "20 PTR mail.example.com." },
          { label: "Proof", note: "answers twice", text: "dig -x 203.0.113.20" },
        ]}
      />
    </PlanSteps>,
  );
  expect(shown).toMatch(/^<ol.*<li id="fix-1"/);
  for (const part of ["Set the PTR record", "You, at Hetzner.", "Robot, IPs", "20 PTR mail", "answers twice", "dig -x"])
    expect(shown).toContain(part);
});

test("a problem is marked for programs, and what was seen is read out as question and answer", () => {
  const problem = (
    <Problem signal="spf" status="warn" title="SPF" says="softfail" id="spf">
      <Seen asked="example.com TXT" answered="v=spf1" note="TTL 300" />
    </Problem>
  );
  expect(html(<Problems>{problem}</Problems>)).toContain('data-signal="spf" data-status="warn"');
  expect(words(problem)).toContain("example.com TXT→answeredv=spf1TTL 300");
});

test("the answer is a heading, a sentence and a foot; its head has the facts in a line", () => {
  const shown = html(
    <Answer tone="fail" title="No PTR record." foot="1 failed">
      So.
    </Answer>,
  );
  expect(shown).toMatch(/aria-labelledby="answer".*<h2 id="answer"[^>]*>No PTR record\.<\/h2>.*So\..*1 failed/);
  expect(shown).toContain('data-status="fail"');
  const head = html(<FactsHead title="203.0.113.20" facts={["Hetzner", "AS24940"]} />);
  expect(head).toMatch(/<h1[^>]*>203\.0\.113\.20<\/h1>.*<li[^>]*>Hetzner<\/li><li[^>]*>AS24940<\/li>/);
});

test("a banner and a card hold what they are given", () => {
  expect(html(<Banner tone="warn">No resolver answers.</Banner>)).toMatch(
    /warn.*data-icon="warn".*No resolver answers\./,
  );
  const card = (
    <Card lines padded>
      x
    </Card>
  );
  expect(html(card)).toMatch(/class="card lines px-5/);
});

const NONE: Counts = { pass: 0, info: 0, warn: 0, fail: 0, unknown: 0, skipped: 0 };

test.each([
  [{ fail: 1, pass: 24, info: 7, skipped: 1 }, "1 failed24 passed7 notes"],
  [{ fail: 1, pass: 24, info: 7, skipped: 1, unknown: 1 }, "1 failed1 could not be checked"],
  [{ warn: 2, pass: 14, info: 6, skipped: 11 }, "2 warnings14 passed6 notes"],
  [{ unknown: 25, pass: 5, info: 3 }, "25 could not be checked5 passed"],
])("of the counts of %j a phone shows one line, the worst first", (some, line) => {
  const counts: Counts = { ...NONE, ...some };
  const tally = <Tally counts={counts} hrefOf={(status) => `#${status}`} />;
  const onPhone = html(tally).replaceAll(/<li class="max-md:hidden">.*?<\/li>/g, "");
  expect(onPhone.replaceAll(/<[^>]*>/g, "")).toBe(line);
  for (const count of Object.values(some)) expect(words(tally)).toContain(`${count} `);
});

describe("what is read off by eye", () => {
  const shown = (value: string) => html(<Copyable label="the record">{value}</Copyable>);
  /** The words that stand in one line where they fit in, and where they are broken otherwise. */
  const unbroken = (value: string) =>
    [...shown(value).matchAll(/<span class="inline-block max-w-full">(.*?)<\/span>(?= |\n|<\/bdi>)/g)].map(
      ([, word = ""]) => word.replaceAll(/<(?!wbr)[^>]*>/g, ""),
    );

  test.each([
    [
      "a record",
      "20.113.0.203.in-addr.arpa. 3600 IN PTR no-ptr.example.com.",
      ["20.<wbr/>113.<wbr/>0.<wbr/>203.<wbr/>in-addr.<wbr/>arpa.", "no-ptr.<wbr/>example.<wbr/>com."],
    ],
    ["a setting", "smtp_helo_name = smtp-71.example.com\n# and", ["smtp-71.<wbr/>example.<wbr/>com"]],
    [
      "an address of the web",
      "https://www.spamcop.net/bl.shtml",
      ["https://www.<wbr/>spamcop.<wbr/>net/bl.<wbr/>shtml"],
    ],
    ["options and words without a dot", "hcloud server set-rdns --ip 203.0.113.20 -x", []],
    [
      "a name longer than a line",
      "dig -x 5.2.0.0.0.0.0.0.0.ip6.arpa.",
      ["5.<wbr/>2.<wbr/>0.<wbr/>0.<wbr/>0.<wbr/>0.<wbr/>0.<wbr/>0.<wbr/>0.<wbr/>ip6.<wbr/>arpa."],
    ],
    ["a name without a hyphen", "dig +short mail.example.com", []],
  ])("%s is broken behind dots only, and where it is longer than a line", (_, value, words) => {
    expect(unbroken(value)).toEqual(words);
    // What is copied is what was given.
    expect(
      shown(value)
        .replace(/<button.*/, "")
        .replaceAll(/<[^>]*>/g, ""),
    ).toBe(value);
  });

  test("a label with a hyphen stays whole, one longer than a line does not", () => {
    expect(shown("no-ptr.example.com")).toContain('<span class="whitespace-nowrap">no-ptr.</span>');
    expect(shown(`${"long-".repeat(12)}label.example.com`)).not.toContain("whitespace-nowrap");
  });

  test("takes as long as the value is", () => {
    for (const piece of ["a", "-", ".", "a-", "a.b-c "]) expectLinearText(piece, shown, "a.");
  });
});
