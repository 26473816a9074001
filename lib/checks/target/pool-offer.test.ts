import { expect, test } from "vitest";
import { poolOffer } from "./pool-offer.ts";

const TABLE: readonly (readonly [what: string, text: string, lines: readonly string[]])[] = [
  ["two addresses", "203.0.113.10 203.0.113.20", ["203.0.113.10", "203.0.113.20"]],
  ["a list with commas", "203.0.113.10, 203.0.113.20, mail.example.com", ["203.0.113.10", "203.0.113.20"]],
  ["a list in lines", "203.0.113.10\n203.0.113.20\r\n203.0.113.10", ["203.0.113.10", "203.0.113.20"]],
  ["a block", "203.0.113.0/27", ["203.0.113.0/27"]],
  ["a range", "203.0.113.1-203.0.113.9", ["203.0.113.1-203.0.113.9"]],
  ["a short range", "203.0.113.1-9", ["203.0.113.1-9"]],
  ["a range in words", "203.0.113.1 through 203.0.113.20", ["203.0.113.1 through 203.0.113.20"]],
  ["a range in words of German", "203.0.113.1 bis 203.0.113.20", ["203.0.113.1 bis 203.0.113.20"]],
  ["a range with an ellipsis", "203.0.113.1 … 203.0.113.20", ["203.0.113.1 … 203.0.113.20"]],
  ["a range in a sentence", "our block is 203.0.113.1 - 203.0.113.20", ["203.0.113.1-203.0.113.20"]],
  ["a range in a longer sentence", "is 203.0.113.1 - 203.0.113.20 listed?", ["203.0.113.1-203.0.113.20"]],
  ["a range over two lines", "203.0.113.1 -\n203.0.113.20", ["203.0.113.1 -\n203.0.113.20"]],
  ["a move in a sentence", "we move from 203.0.113.1 to 203.0.113.20", ["203.0.113.1", "203.0.113.20"]],
  ["two names", "mail.example.com mx.example.net", ["mail.example.com", "mx.example.net"]],
  [
    "a sentence with two addresses in it",
    "mail from 203.0.113.10 arrives, but mail from 203.0.113.14 is refused",
    ["203.0.113.10", "203.0.113.14"],
  ],
  ["a block in a sentence", "we send from 203.0.113.0/28 only", ["203.0.113.0/28"]],
  ["one address", "203.0.113.10", []],
  ["a block of one", "203.0.113.10/32", []],
  ["one address in a sentence", "why is 203.0.113.10 refused?", []],
  ["nothing that can be checked", "my mail server", []],
  ["nothing", "", []],
];

test.each(TABLE)("%s", (_, text, lines) => expect(poolOffer(text)).toEqual(lines));
