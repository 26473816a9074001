import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPasted } from "./read-pasted.ts";

describe("situations of people who run mail servers", () => {
  test.each([
    [
      "no DNS reverse for an address",
      "554 cmg1.fe.forpsi.example bizsmtp 0bcW1i00G0jifNx01bcmHa no DNS reverse for 203.0.113.8",
      { certain: true, ask: { target: "203.0.113.8" }, context: { cause: "ptr_missing", permanence: "permanent" } },
    ],
    [
      "Exim's log: what was said in HELO is an address, and a section of an RFC is no status code",
      "2026-07-21 14:29:05 H=(192.168.0.91) [203.0.113.60] rejected EHLO or HELO 192.168.0.91: Access denied - Invalid HELO name (See RFC2821 4.1.3)",
      {
        ask: { target: "203.0.113.60", helo: "192.168.0.91" },
        context: { cause: "helo_syntax", permanence: "permanent", codes: [] },
      },
    ],
    [
      "a whole notification: the sender's domain stands in X-Postfix-Sender",
      `This is the mail system at host orange.sender.example.

<jo@recv.example>: host postrelay1.recv.example[198.51.100.222]
    said: 550 5.7.1 Client host rejected: cannot find your hostname,
   [203.0.113.11] (in reply to RCPT TO command)

Reporting-MTA: dns; orange.sender.example
X-Postfix-Queue-ID: A3CDC2F0A9
X-Postfix-Sender: rfc822; info@sender.example

Final-Recipient: rfc822; jo@recv.example
Action: failed
Status: 5.7.1
Remote-MTA: dns; postrelay1.recv.example
Diagnostic-Code: smtp; 550 5.7.1 Client host rejected: cannot find your
    hostname, [203.0.113.11]`,
      {
        ask: { target: "203.0.113.11", from: "sender.example" },
        context: { cause: "fcrdns_fail_or_ptr_missing", receiver: "postrelay1.recv.example" },
      },
    ],
    [
      "Exim: HELO contains another address",
      "Received: from smtp.sender.example ([203.0.113.111] helo=[198.51.100.222])\n by mx.recv.example with esmtp (Exim 4.90)\n id 1; Sat, 01 Apr 2026 06:05:00 +0000\nFrom: A <a@sender.example>",
      { kind: "headers", ask: { target: "203.0.113.111", helo: "[198.51.100.222]" } },
    ],
    [
      "Exim: no name, and HELO is a bare address",
      "Received: from [203.0.113.111] (helo=198.51.100.222)\n by mx.recv.example with esmtp (Exim 4.97) id 1; Sat, 01 Apr 2026 06:05:00 +0000\nFrom: A <a@sender.example>",
      { kind: "headers", ask: { target: "203.0.113.111", helo: "198.51.100.222" } },
    ],
    [
      "a raw EHLO argument is kept as it was said: localhost",
      "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname; client [203.0.113.7]",
      {
        ask: { target: "203.0.113.7", helo: "localhost" },
        context: { cause: "helo_not_fqdn", saw: { helo: "localhost" } },
      },
    ],
    [
      "a name of the inner network",
      "450 4.7.1 <srv.firma.local>: Helo command rejected: Host not found; from=<a@b.example> proto=ESMTP helo=<srv.firma.local> client [203.0.113.7]",
      { ask: { helo: "srv.firma.local" }, context: { cause: "helo_unresolvable", saw: { helo: "srv.firma.local" } } },
    ],
    [
      "half a literal",
      "501 5.5.2 <[10.1.1.1>: Helo command rejected: invalid ip address; client [203.0.113.7]",
      { ask: { target: "203.0.113.7", helo: "[10.1.1.1" }, context: { cause: "helo_syntax" } },
    ],
    [
      "a name beside the address: it is not the name that is missing",
      "550 5.7.1 mail.sender.example[203.0.113.7]: reverse DNS missing",
      { context: { cause: "ptr_missing_or_fcrdns_fail" } },
    ],
  ])("%s", (_, text, expected) => {
    expect(readPasted(text)).toMatchObject(expected);
  });

  const file = resolve(import.meta.dirname, "../../../shared/cases/identity-cases.json");
  const holds: { id: string; input: { paste?: string }; right: string }[] = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8")).holds
    : [];
  const pasted = holds.filter(({ input }) => input.paste);
  test.skipIf(pasted.length === 0).each(pasted)("$id holds", ({ input, right }) => {
    const expected = JSON.parse(right);
    const { kind, reading, context } = readPasted(input.paste ?? "");
    const { cause, helo, ...others } = expected;
    expect({ ...reading, kind }).toMatchObject(others);
    if (helo) expect(context.saw.helo?.toLowerCase()).toBe(helo);
    // The causes are given by their beginnings: "ptr", "ptr|fcrdns".
    if (cause) expect("cause" in reading ? reading.cause : "").toMatch(new RegExp(cause));
  });
});
