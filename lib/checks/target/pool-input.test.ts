import { describe, expect, test } from "vitest";
import { sizeOf } from "../net/address.ts";
import { readPoolInput } from "./pool-input.ts";

const read = (text: string) => readPoolInput({ text });
const shown = (text: string) =>
  read(text).items.map((item) =>
    item.kind === "range"
      ? item.first === item.last
        ? item.first
        : `${item.first}-${item.last} ${sizeOf(item)}`
      : `${item.kind} ${item.name}`,
  );

describe("what a line can be", () => {
  test.each([
    ["203.0.113.7", ["203.0.113.7"]],
    ["  203.0.113.7  ", ["203.0.113.7"]],
    ["[203.0.113.7]", ["203.0.113.7"]],
    ["::ffff:203.0.113.7", ["203.0.113.7"]],
    ["2001:DB8::1", ["2001:db8::1"]],
    ["203.0.113.0/27", ["203.0.113.0-203.0.113.31 32"]],
    ["203.0.113.4/32", ["203.0.113.4"]],
    ["203.0.113.0/28,203.0.113.32/28", ["203.0.113.0-203.0.113.15 16", "203.0.113.32-203.0.113.47 16"]],
    ["ip4:203.0.113.0/30", ["203.0.113.0-203.0.113.3 4"]],
    ['"203.0.113.1","mail one, rack 2"', ["203.0.113.1"]],
    ["2001:db8::/120", ["2001:db8::-2001:db8::ff 256"]],
    ["203.0.113.1-203.0.113.9", ["203.0.113.1-203.0.113.9 9"]],
    ["203.0.113.1 - 203.0.113.9", ["203.0.113.1-203.0.113.9 9"]],
    ["203.0.113.1–9", ["203.0.113.1-203.0.113.9 9"]],
    ["203.0.113.250-114.4", ["203.0.113.250-203.0.114.4 11"]],
    ["203.0.113.1..203.0.113.3", ["203.0.113.1-203.0.113.3 3"]],
    ["203.0.113.1 to 203.0.113.3", ["203.0.113.1-203.0.113.3 3"]],
    ["203.0.113.1 through 203.0.113.20", ["203.0.113.1-203.0.113.20 20"]],
    ["203.0.113.1 bis 203.0.113.20", ["203.0.113.1-203.0.113.20 20"]],
    ["203.0.113.1 … 203.0.113.20", ["203.0.113.1-203.0.113.20 20"]],
    ["203.0.113.1…203.0.113.20", ["203.0.113.1-203.0.113.20 20"]],
    ["our block is 203.0.113.1 - 203.0.113.20", ["203.0.113.1-203.0.113.20 20"]],
    ["rack 4 - 203.0.113.1 -203.0.113.20, Nuremberg", ["203.0.113.1-203.0.113.20 20"]],
    ["we send from 2001:db8::1 bis 2001:db8::4", ["2001:db8::1-2001:db8::4 4"]],
    // May be a move.
    ["we go from 203.0.113.1 to 203.0.113.20", ["203.0.113.1", "203.0.113.20"]],
    ["203.0.113.7 - the old one", ["203.0.113.7"]],
    ["2001:db8::1-2001:db8::4", ["2001:db8::1-2001:db8::4 4"]],
    ["203.0.113.0 255.255.255.240", ["203.0.113.0-203.0.113.15 16"]],
    ["203.0.113.x", ["203.0.113.0-203.0.113.255 256"]],
    ["mail.example.com", ["host mail.example.com"]],
    ["example.com", ["domain example.com"]],
    ["domain:mail.example.com", ["domain mail.example.com"]],
    ["jane@example.com", ["domain example.com"]],
    ["7.113.0.203.in-addr.arpa", ["203.0.113.7"]],
    ["203.0.113.7,203.0.113.8;203.0.113.9", ["203.0.113.7", "203.0.113.8", "203.0.113.9"]],
    ["203.0.113.7 203.0.113.8", ["203.0.113.7", "203.0.113.8"]],
    ["mail.example.com, mx.example.com", ["host mail.example.com", "host mx.example.com"]],
    ['"203.0.113.7","out7.example.com","Nuremberg"', ["203.0.113.7"]],
    ["web;203.0.113.7;rack 4", ["203.0.113.7"]],
    ["mail out: 203.0.113.7", ["203.0.113.7"]],
    ["203.0.113.7 # the old one", ["203.0.113.7"]],
    ["# nothing", []],
    ["", []],
  ])("%s", (line, items) => {
    expect(shown(line)).toEqual(items);
    expect(read(line).rejected).toEqual([]);
  });
});

describe("what a line cannot be", () => {
  test.each([
    "203.0.113.300",
    "203.0.113",
    "203.0.113.9-203.0.113.1",
    "203.0.113.1-2001:db8::1",
    "203.0.113.1-mail",
    "203.0.113.7/24",
    "203.0.113.0/33",
    "2001:db8::1::2",
    "mail",
    "mail.example.nosuchtld",
    "what is this",
    "mail_server.example.com",
  ])("%s is rejected in one sentence", (line) => {
    const { items, rejected } = read(`203.0.113.1\n${line}\n203.0.113.2`);
    expect(items).toHaveLength(2);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ line: 2, text: line });
    expect(rejected[0]?.why).toMatch(/^[^\n]{20,400}\.$/);
    // One sentence: names and addresses have dots, but no space behind them.
    expect(rejected[0]?.why).not.toMatch(/\. \p{Lu}/u);
  });

  test("a bad one among good ones of the same line is named by itself", () => {
    expect(read("203.0.113.7, 203.0.113.300, 203.0.113.8")).toMatchObject({
      items: [{ first: "203.0.113.7" }, { first: "203.0.113.8" }],
      rejected: [{ line: 1, text: "203.0.113.300" }],
    });
  });
});

test("lines of a text are counted from 1, empty ones and remarks too", () => {
  const { items, rejected } = read("# pool\n\n203.0.113.7\r\nnonsense\n\n203.0.113.8");
  expect(items.map(({ line }) => line)).toEqual([3, 6]);
  expect(rejected.map(({ line }) => line)).toEqual([4]);
});

test("targets are counted from 1, and an empty one is said", () => {
  const { items, rejected } = readPoolInput({ targets: ["203.0.113.7", "", "nonsense", "203.0.113.8"] });
  expect(items.map(({ line }) => line)).toEqual([1, 4]);
  expect(rejected.map(({ line }) => line)).toEqual([2, 3]);
});

test.each(["ip,name,site", '"ip","host"', "Address", "IP address;Host name", "host\tnote"])(
  "the heading %s of a table is no bad line",
  (heading) => {
    const { items, rejected } = read(`${heading}\n203.0.113.7,out7.example.com,x`);
    expect(items).toMatchObject([{ line: 2, first: "203.0.113.7" }]);
    expect(rejected).toEqual([]);
  },
);

test("a text of nothing but a word is no heading", () => {
  expect(read("nonsense").rejected).toHaveLength(1);
});
