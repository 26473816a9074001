import { expect, test } from "vitest";
import { oneLiners } from "./one-liners.ts";

const commandOf = (tool: string): string =>
  oneLiners("abc@probe.example", "probe.example", 2525).find((one) => one.tool === tool)?.command ?? "";

test("openssl says one line at a time, so that it is not taken for a client that does not wait", () => {
  const [said = ""] = commandOf("openssl").split(" | openssl ");
  expect(said).toBe(
    `{ for line in "EHLO $(hostname -f)" 'MAIL FROM:<>' 'RCPT TO:<abc@probe.example>' QUIT; do sleep 2; printf '%s\\r\\n' "$line"; done; sleep 1; }`,
  );
});

test.each(["swaks", "openssl", "PowerShell"])("%s is told the port where it is not the usual one", (tool) => {
  expect(commandOf(tool)).toMatch(/[ :]2525\b/);
});
