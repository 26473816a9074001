import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectLinearText } from "../../checks/testing/growth.ts";
import { corpusStrings } from "../testing/strings.ts";
import { looksLikeHeaders, readHeaders } from "./read-headers.ts";

const GMAIL = `Delivered-To: jane.roe@gmail.com
Received: by 2002:a05:6a10:1234 with SMTP id a1csp1; Sun, 22 Nov 2026 00:00:01 -0800 (PST)
X-Received: by 2002:a17:906:1 with SMTP id b2; Sun, 22 Nov 2026 00:00:01 -0800
Return-Path: <bounce+jane.roe=gmail.com@mail.example.com>
Received: from mail.example.com (mail01.example.com. [203.0.113.7])
        by mx.google.com with ESMTPS id c3
        for <jane.roe@gmail.com>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Sun, 22 Nov 2026 00:00:00 -0800 (PST)
Received-SPF: pass (google.com: domain of bounce@mail.example.com designates 203.0.113.7 as permitted sender) client-ip=203.0.113.7;
Authentication-Results: mx.google.com;
       dkim=pass header.i=@example.com header.s=s2026 header.b=abc;
       spf=pass (google.com: domain of bounce@mail.example.com designates 203.0.113.7 as permitted sender) smtp.mailfrom=bounce@mail.example.com;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.com
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s2026;
        h=from:to; bh=x; b=y
DKIM-Signature: v=1; a=ed25519-sha256; d=example.com; s=ed1; h=from; bh=x; b=y
Received: from laptop (unknown [192.0.2.77]) by mail.example.com (Postfix) with ESMTPSA id 4A; Sun, 22 Nov 2026
From: "Jane Doe" <jane.doe@example.com>
To: jane.roe@gmail.com
Subject: hello`;

const MICROSOFT = `Received: from AM0PR01MB1.eurprd01.prod.exchangelabs.com (2603:10a6:208:0::1) by
 AM0PR01MB2.eurprd01.prod.exchangelabs.com (2603:10a6:208:1::1) with Microsoft SMTP Server; Sun, 22 Nov 2026
Received: from DB1PR05CA01.eurprd05.prod.outlook.com (2603:10a6:4:1::1) by
 AM0PR01MB1.eurprd01.prod.exchangelabs.com with Microsoft SMTP Server
Received: from DB5EUR01FT01.eop-EUR01.prod.protection.outlook.com
 (2603:10a6:4:1:cafe::1) by DB1PR05CA01.outlook.office365.com with Microsoft SMTP Server
Authentication-Results: spf=softfail (sender IP is 203.0.113.7)
 smtp.mailfrom=example.com; dkim=none (message not signed)
 header.d=none;dmarc=fail action=quarantine header.from=example.com;compauth=fail reason=000
Received: from mail.example.com (203.0.113.7) by
 DB5EUR01FT01.mail.protection.outlook.com (10.152.4.249) with Microsoft SMTP Server id 15.20.1
X-Forefront-Antispam-Report: CIP:203.0.113.7;CTRY:DE;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM;H:mail.example.com;PTR:InfoDomainNonexistent;CAT:SPM;
From: jane.doe@example.com`;

describe("headers of a message that arrived", () => {
  test("Gmail: the hop from outside, with what Gmail saw", () => {
    expect(readHeaders(GMAIL)).toEqual({
      address: "203.0.113.7",
      helo: "mail.example.com",
      name: "mail01.example.com",
      from: "example.com",
      returnPath: "mail.example.com",
      selectors: ["s2026", "ed1"],
      receiver: "gmail",
      saw: {
        spf: "pass",
        dkim: "pass",
        dmarc: "pass",
        address: "203.0.113.7",
        mailFrom: "mail.example.com",
        headerFrom: "example.com",
        signedBy: "example.com",
      },
      below: 1,
    });
  });

  test("Microsoft: its own hops are passed, and PTR says that there was no name", () => {
    expect(readHeaders(MICROSOFT)).toMatchObject({
      address: "203.0.113.7",
      helo: "mail.example.com",
      name: null,
      receiver: "microsoft",
      saw: { spf: "softfail", dkim: "none", dmarc: "fail", ptr: "none" },
      below: 0,
    });
  });

  test("a scanner in the receiver's own network is passed", () => {
    const text = `Received: from scan.example.org (scan.example.org [10.1.2.3]) by store.example.org (Postfix) with LMTP id 1
Received: from localhost (localhost [127.0.0.1]) by scan.example.org (Postfix) with ESMTP id 2
Received: from mail.example.com (unknown [203.0.113.7]) by mx.example.org (Postfix) with ESMTP id 3
Received: from elsewhere.example (elsewhere.example [198.51.100.9]) by mail.example.com with ESMTP id 4`;
    expect(readHeaders(text)).toMatchObject({
      address: "203.0.113.7",
      name: null,
      receiver: "mx.example.org",
      below: 1,
    });
  });

  test("what a sender forged below the hand-over is not believed", () => {
    const forged = `${GMAIL}\nReceived: from mail.bank.example (mail.bank.example [198.51.100.1]) by mx.google.com with ESMTPS id z9`;
    expect(readHeaders(forged)).toMatchObject({ address: "203.0.113.7", below: 2 });
  });

  test("no local part is left in any value", () => {
    for (const text of [GMAIL, MICROSOFT]) expect(JSON.stringify(readHeaders(text))).not.toMatch(/jane|bounce|@/);
  });

  test("iprev as RFC 8601 has it", () => {
    const text = `Authentication-Results: mx.example.org; iprev=fail policy.iprev=203.0.113.7 (mail.example.com); spf=none smtp.helo=mail.example.com`;
    expect(readHeaders(text)).toMatchObject({
      address: "203.0.113.7",
      helo: "mail.example.com",
      saw: { iprev: "fail", spf: "none" },
    });
  });

  test("headers are told from other texts", () => {
    expect([
      looksLikeHeaders(GMAIL),
      looksLikeHeaders("> Received: from x by y"),
      looksLikeHeaders("mail.example.com"),
    ]).toEqual([true, true, false]);
  });
});

describe("whatever is pasted", () => {
  test("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void readHeaders(`Received: from ${text}`)),
      { numRuns: 500 },
    );
  });
  test.each(["Received: from a (b [203.0.113.7]) by c\n", "(", "a:", "Received: from (((", "\n ", "x (", ":", "1."])(
    "is read in time that grows as it does: %j",
    (unit) => {
      expectLinearText(unit, readHeaders);
      expectLinearText(unit, readHeaders, "Received: from ");
    },
  );
  const strings = corpusStrings();
  test.skipIf(strings.length === 0)("the naughty strings and injection lists", () => {
    for (const text of strings)
      readHeaders(`Received: from ${text} by mx.example.org\nAuthentication-Results: ${text}\n${text}`);
  });
});
