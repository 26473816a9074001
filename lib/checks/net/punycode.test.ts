import { expect, test } from "vitest";
import { decodePunycode } from "./punycode.ts";

// RFC 3492 section 7.1, the samples without upper case, and some of everyday.
test.each([
  ["Arabic (Egyptian)", "egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"],
  ["Chinese (simplified)", "ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"],
  ["Chinese (traditional)", "ihqwctvzc91f659drss3x8bo0yb", "他們爲什麽不說中文"],
  ["Hebrew", "4dbcagdahymbxekheh6e0a7fei0b", "למההםפשוטלאמדבריםעברית"],
  ["Hindi", "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd", "यहलोगहिन्दीक्योंनहींबोलसकतेहैं"],
  ["Japanese", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa", "なぜみんな日本語を話してくれないのか"],
  ["digits and Han", "3B-ww4c5e180e575a65lsy2b", "3年B組金八先生"],
  ["hyphens and Han", "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n", "安室奈美恵-with-SUPER-MONKEYS"],
  ["ASCII only", "-> $1.00 <--", "-> $1.00 <-"],
  ["German", "bcher-kva", "bücher"],
  ["beyond 16 bits", "ls8h", "💩"],
])("%s: %s is %s", (_, encoded, decoded) => expect(decodePunycode(encoded)).toBe(decoded));

test.each(["99999999", "a!", "ü", "bcher-kv", "bcher-kv_"])("%j is no Punycode", (encoded) =>
  expect(decodePunycode(encoded)).toBeUndefined(),
);
