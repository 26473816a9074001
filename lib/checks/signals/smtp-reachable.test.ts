import { expect, test } from "vitest";
import { ip } from "../testing/facts.ts";
import { noSession, session } from "../testing/sessions.ts";
import { smtpReachable } from "./smtp-reachable.ts";

test.each([
  ["a greeting with 220", session(), "open"],
  ["a reset", noSession("closed"), "closed"],
  ["silence to the connection", noSession("filtered"), "filtered"],
  ["silence everywhere", noSession("blocked-here"), "blocked-here"],
  ["554 in the greeting", noSession("refused", { code: 554, lines: ["no"] }), "refused"],
  ["421 in the greeting", noSession("refused", { code: 421, lines: ["later"] }), "refused-for-now"],
  ["a connection and then nothing", noSession("tarpit"), "tarpit"],
  ["closed without a word", noSession("dropped"), "dropped"],
  ["an SSH server", noSession("not-smtp"), "not-smtp"],
  ["no IPv6 here", noSession("no-route"), "no-route"],
  ["a cancelled check", noSession("cancelled"), "stopped"],
] as const)("%s", (_, smtp, outcome) => {
  expect(smtpReachable.judge({ address: ip("203.0.113.10"), smtp }).outcome).toBe(outcome);
});

test("only answers of the server count as knowledge", () => {
  for (const outcome of ["filtered", "tarpit", "dropped", "blocked-here", "no-route", "refused-for-now"] as const)
    expect(smtpReachable.outcomes[outcome].status).toBe("unknown");
});
