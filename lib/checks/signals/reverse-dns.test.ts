import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { plain } from "../net/safe-text.ts";
import { about, answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { reverseDns } from "./reverse-dns.ts";

const address = ip("203.0.113.10");
const aliases = [name("10.0-63.113.0.203.in-addr.arpa")];

test.each([
  ["one name", answer(name("mail.example.com")), "named"],
  ["two names", answer(name("a.example.com"), name("b.example.com")), "named"],
  ["a name by way of an alias", { ...answer(name("mail.example.com")), aliases }, "named"],
  ["no such reverse name", nxdomain, "none"],
  ["no PTR record at the reverse name", nodata, "none"],
  ["an alias that leads to nothing", { ...nxdomain, aliases }, "alias-to-nothing"],
  ["an alias to a name without PTR", { ...nodata, aliases }, "alias-to-nothing"],
  ["silence", failed("timeout"), "temperror"],
  ["SERVFAIL", failed("servfail"), "temperror"],
  ["aliases in a circle", failed("alias-loop"), "temperror"],
] as const)("%s", (_, reverse, outcome) => {
  expect(reverseDns.judge({ address, reverse }).outcome).toBe(outcome);
});

test("where the record is missing is said; its name is for the plan to say, where somebody has named the server", () => {
  const { evidence = {} } = reverseDns.judge({ address, reverse: nxdomain });
  const { fix } = reverseDns.outcomes.none;
  expect(fix && say(fix, evidence)).not.toHaveProperty("copy");
  const handed = reverseDns.judge({
    address,
    reverse: about("10.113.0.203.in-addr.arpa", "PTR", nxdomain, { aliases }),
  });
  const there = reverseDns.outcomes["alias-to-nothing"].fix;
  expect(there && plain(say(there, handed.evidence ?? {}).does)).toMatch(/10\.0-63\.113/);
});
