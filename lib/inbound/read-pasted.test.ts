import { describe, expect, test } from "vitest";
import { readPasted } from "./read-pasted.ts";

describe("what was pasted", () => {
  test("a refusal: target, claims and context, and nothing else", () => {
    const text =
      "host mx.b.example[192.0.2.9] said: 554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; from=<jane@example.com> to=<bob@b.example> helo=<mail.example.com>";
    expect(readPasted(text)).toMatchObject({
      kind: "bounce",
      certain: true,
      ask: { target: "203.0.113.7", from: "example.com", helo: "mail.example.com", selector: [] },
    });
    expect(readPasted(text).context).toEqual({
      kind: "bounce",
      cause: "dnsbl_listed",
      permanence: "permanent",
      receiver: "mx.b.example",
      codes: ["554", "5.7.1"],
      list: "zen.spamhaus.org",
      saw: { address: "203.0.113.7", helo: "mail.example.com" },
    });
  });

  test("a refusal of a domain without an address: the domain is what can be checked", () => {
    const text = "550 5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.";
    expect(readPasted(text)).toMatchObject({ certain: true, ask: { target: "domain:example.com" } });
  });

  test("a refusal of an address that is not named asks for it", () => {
    expect(readPasted("450 4.7.1 Client host rejected: cannot find your reverse hostname")).toMatchObject({
      certain: true,
      ask: undefined,
      context: { cause: "ptr_missing", codes: ["450", "4.7.1"] },
    });
  });

  test("headers: what the receiver recorded is claims and context", () => {
    const text = `Received: from srv (unknown [203.0.113.7]) by mx.example.org (Postfix) with ESMTP id 3
Authentication-Results: mx.example.org; spf=softfail smtp.mailfrom=jane@example.com; dkim=none
From: Jane <jane@example.com>`;
    expect(readPasted(text)).toMatchObject({
      kind: "headers",
      certain: true,
      ask: { target: "203.0.113.7", from: "example.com" },
      context: {
        receiver: "mx.example.org",
        saw: { address: "203.0.113.7", name: "none", helo: "srv", spf: "softfail", dkim: "none" },
      },
    });
  });

  test.each([
    "",
    "my mail server",
    "hello",
    "203.0.113.7",
    "mail.example.com",
    "a b c",
    "please check mail.example.com",
    "200 OK",
    "server is slow",
  ])("%j is neither", (text) => {
    expect(readPasted(text).certain).toBe(false);
  });
});
