import { describe, expect, test } from "vitest";
import { readReceived } from "./received.ts";

test.each([
  [
    "Postfix, confirmed",
    "from mail.example.com (mail01.example.com [203.0.113.7]) (using TLSv1.3 with cipher X (256/256 bits)) by mx.example.org (Postfix) with ESMTPS id 4ABC for <@example.org>; Sun, 22 Nov 2026 08:00:00 +0000",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Postfix, no name",
    "from mail.example.com (unknown [IPv6:2001:db8::7]) by mx.example.org (Postfix) with ESMTP id 4ABC",
    { helo: "mail.example.com", name: null, address: "2001:db8::7", by: "mx.example.org" },
  ],
  [
    "Exim, confirmed, said the same",
    "from mail.example.com ([203.0.113.7]) by mx.example.org with esmtps (TLS1.3) (Exim 4.96) (envelope-from <@example.com>) id 1abc-0001",
    { helo: "mail.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Exim, said another name",
    "from mail01.example.com ([203.0.113.7] helo=mail.example.com) by mx.example.org with esmtp (Exim 4.96) id 1abc",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Exim, no name",
    "from [203.0.113.7] (helo=mail.example.com) by mx.example.org with esmtp (Exim 4.96) id 1abc",
    { helo: "mail.example.com", name: null, address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Exim with port",
    "from mail01.example.com ([203.0.113.7]:44123 helo=mail.example.com) by mx.example.org with esmtp id 1abc",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Sendmail",
    "from mail.example.com (mail01.example.com [203.0.113.7]) by mx.example.org (8.17.1/8.17.1) with ESMTPS id 4A for <@example.org>; Sun, 22 Nov",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Sendmail, may be forged",
    "from mail.example.com (mail01.example.com [203.0.113.7] (may be forged)) by mx.example.org (8.17.1/8.17.1) with ESMTP id 4A",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Gmail",
    "from mail.example.com (mail01.example.com. [203.0.113.7]) by mx.google.com with ESMTPS id a1-2002 for <@gmail.com> (version=TLS1_3 cipher=X bits=256/256); Sun, 22 Nov 2026 00:00:00 -0800 (PST)",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.google.com" },
  ],
  [
    "Gmail, no name",
    "from mail.example.com ([203.0.113.7]) by mx.google.com with ESMTP id a1-2002",
    { helo: "mail.example.com", address: "203.0.113.7", by: "mx.google.com" },
  ],
  [
    "Microsoft",
    "from mail.example.com (203.0.113.7) by DB5EUR01FT012.mail.protection.outlook.com (10.152.4.249) with Microsoft SMTP Server (version=TLS1_3, cipher=X) id 15.20.1 via Frontend Transport; Sun, 22 Nov",
    { helo: "mail.example.com", address: "203.0.113.7", by: "db5eur01ft012.mail.protection.outlook.com" },
  ],
  [
    "Microsoft, inside",
    "from AM0PR01MB1.eurprd01.prod.exchangelabs.com (2603:10a6:208:0::1) by AM0PR01MB2.eurprd01.prod.exchangelabs.com (2603:10a6:208:1::1) with Microsoft SMTP Server id 15.20.1",
    {
      helo: "AM0PR01MB1.eurprd01.prod.exchangelabs.com",
      address: "2603:10a6:208::1",
      by: "am0pr01mb2.eurprd01.prod.exchangelabs.com",
    },
  ],
  [
    "qmail",
    "from mail01.example.com (HELO mail.example.com) (203.0.113.7) by mx.example.org with SMTP; 22 Nov 2026",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "qmail, no name",
    "from unknown (HELO mail.example.com) (203.0.113.7) by mx.example.org with SMTP",
    { helo: "mail.example.com", name: null, address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "GMX",
    "from mail.example.com ([203.0.113.7]) by mx-ha.gmx.net (mxgmx016 [212.227.15.9]) with ESMTPS (Nemesis) id 1Mabc for <@gmx.de>; Sun, 22 Nov",
    { helo: "mail.example.com", address: "203.0.113.7", by: "mx-ha.gmx.net" },
  ],
  [
    "Haraka",
    "from mail.example.com (mail01.example.com [203.0.113.7]) by mx.example.org (Haraka/3.0.3) with ESMTPS id 4A envelope-from <@example.com>",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "Yahoo",
    "from 203.0.113.7 (EHLO mail.example.com) by 10.217.135.5 with SMTPs (version=TLS1_3 cipher=X); Sun, 22 Nov",
    { helo: "mail.example.com", name: null, address: "203.0.113.7" },
  ],
  [
    "OpenSMTPD",
    "from mail.example.com (mail01.example.com [203.0.113.7]) by mx.example.org (OpenSMTPD) with ESMTPS id 5f (TLSv1.3:X:256:NO) for <@example.org>",
    { helo: "mail.example.com", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  [
    "an address literal",
    "from [203.0.113.7] (mail01.example.com [203.0.113.7]) by mx.example.org (Postfix) with ESMTPSA id 4A",
    { helo: "[203.0.113.7]", name: "mail01.example.com", address: "203.0.113.7", by: "mx.example.org" },
  ],
  ["local", "by mx.example.org (Postfix, from userid 1000) id 4A", { by: "mx.example.org" }],
  ["nothing", "", {}],
])("%s", (_, value, hop) => {
  expect(readReceived(value)).toEqual(hop);
});

/**
 * Each form with an address in HELO that the sender made up, next to the one that the receiving server saw. Whatever
 * stands there, the stranger’s server is never the one that is checked.
 */
describe("what the sender writes is never the peer's address", () => {
  const FORMS: readonly (readonly [string, (helo: string) => string])[] = [
    [
      "Postfix",
      (helo) => `from ${helo} (mail01.example.com [203.0.113.7]) by mx.example.org (Postfix) with ESMTP id 4A`,
    ],
    ["Postfix, no name", (helo) => `from ${helo} (unknown [203.0.113.7]) by mx.example.org (Postfix) with ESMTP id 4A`],
    [
      "Postfix, a client certificate",
      (helo) =>
        `from ${helo} (unknown [203.0.113.7]) (using TLSv1.3 with cipher X (256/256 bits)) (Client CN "[198.51.100.222]", Issuer "x" (not verified)) by mx.example.org (Postfix) with ESMTPS id 4A`,
    ],
    [
      "Exim, confirmed",
      (helo) => `from mail01.example.com ([203.0.113.7] helo=${helo}) by mx.example.org with esmtp (Exim 4.97) id 1`,
    ],
    [
      "Exim, with port",
      (helo) =>
        `from mail01.example.com ([203.0.113.7]:51234 helo=${helo}) by mx.example.org with esmtp (Exim 4.97) id 1`,
    ],
    [
      "Exim, with ident",
      (helo) =>
        `from mail01.example.com ([203.0.113.7] helo=${helo} ident=root) by mx.example.org with esmtp (Exim 4.97) id 1`,
    ],
    ["Exim, no name", (helo) => `from [203.0.113.7] (helo=${helo}) by mx.example.org with esmtp (Exim 4.97) id 1`],
    [
      "Exim, no name, with port",
      (helo) => `from [203.0.113.7] (port=51234 helo=${helo}) by mx.example.org with esmtps (Exim 4.97) id 1`,
    ],
    ["Exim, said alone", (helo) => `from ${helo} ([203.0.113.7]) by mx.example.org with esmtp (Exim 4.97) id 1`],
    [
      "Sendmail",
      (helo) => `from ${helo} (mail01.example.com [203.0.113.7]) by mx.example.org (8.18.1/8.18.1) with ESMTP id 4A`,
    ],
    [
      "Sendmail, may be forged",
      (helo) =>
        `from ${helo} (mail01.example.com [203.0.113.7] (may be forged)) by mx.example.org (8.18.1/8.18.1) with ESMTP id 4A`,
    ],
    [
      "Sendmail, ident",
      (helo) =>
        `from ${helo} (IDENT:root@mail01.example.com [203.0.113.7]) by mx.example.org (8.18.1/8.18.1) with ESMTP id 4A`,
    ],
    ["qmail", (helo) => `from mail01.example.com (HELO ${helo}) (203.0.113.7) by mx.example.org with SMTP; 1 Jan 2026`],
    ["qmail, no name", (helo) => `from unknown (HELO ${helo}) (203.0.113.7) by 0 with SMTP; 1 Jan 2026`],
    ["qmail, a user", (helo) => `from unknown (HELO ${helo}) (@203.0.113.7) by mx.example.org with SMTP; 1 Jan 2026`],
    [
      "MessageLabs",
      (helo) =>
        `from mail01.example.com (HELO ${helo}) (203.0.113.7) by server-4.tower-1.messagelabs.com with SMTP; 1 Jan 2026`,
    ],
    ["Yahoo", (helo) => `from 203.0.113.7 (EHLO ${helo}) by 10.217.135.5 with SMTPs; Thu, 1 Jan 2026`],
    [
      "Yahoo, with a name",
      (helo) => `from mail01.example.com (EHLO ${helo}) (203.0.113.7) by mta1.mail.bf1.yahoo.com with SMTP`,
    ],
    [
      "James",
      (helo) =>
        `from 203.0.113.7 (EHLO ${helo}) ([203.0.113.7]) by james.example.org (JAMES SMTP Server) with ESMTP ID 1`,
    ],
    [
      "Gmail",
      (helo) =>
        `from ${helo} (mail01.example.com. [203.0.113.7]) by mx.google.com with ESMTPS id a1-2002 for <@gmail.com>`,
    ],
    [
      "Gmail, no name",
      (helo) => `from ${helo} ([203.0.113.7]) by mx.google.com with ESMTP id a1-2002 for <@gmail.com>`,
    ],
    [
      "Exchange",
      (helo) =>
        `from ${helo} (203.0.113.7) by EX01.example.org (10.0.0.5) with Microsoft SMTP Server (version=TLS1_2) id 15.2.1`,
    ],
    [
      "Exchange 2007",
      (helo) => `from ${helo} ([203.0.113.7]) by EX01.example.org with Microsoft SMTPSVC(8.5); Thu, 1 Jan 2026`,
    ],
    ["Haraka", (helo) => `from ${helo} (Unknown [203.0.113.7]) by mx.example.org (Haraka/3.0.3) with ESMTP id 4A`],
    ["OpenSMTPD", (helo) => `from ${helo} (<unknown> [203.0.113.7]) by mx.example.org (OpenSMTPD) with ESMTP id 5f`],
    [
      "Courier",
      (helo) => `from ${helo} (mail01.example.com [::ffff:203.0.113.7]) by mx.example.org with ESMTP; Thu, 1 Jan 2026`,
    ],
    ["MailEnable", (helo) => `from ${helo} ([203.0.113.7]) by mx.example.org with MailEnable ESMTP; Thu, 1 Jan 2026`],
    [
      "Kerio",
      (helo) => `from ${helo} ([203.0.113.7]) by mx.example.org (Kerio Connect 9.2.7) with ESMTP; Thu, 1 Jan 2026`,
    ],
    ["IceWarp", (helo) => `from ${helo} ([203.0.113.7]) by mx.example.org (IceWarp 12.0) with ASMTP id 2026`],
    [
      "Domino",
      (helo) => `from ${helo} ([203.0.113.7]) by mx.example.org (Lotus Domino Release 9.0) with ESMTP id 2026`,
    ],
    [
      "CommuniGate",
      (helo) =>
        `from [203.0.113.7] (account jo HELO ${helo}) by mx.example.org (CommuniGate Pro SMTP 6.2) with ESMTPA id 1`,
    ],
    [
      "CommuniGate, no account",
      (helo) => `from [203.0.113.7] (HELO ${helo}) by mx.example.org (CommuniGate Pro SMTP 6.2) with ESMTP id 1`,
    ],
    [
      "Momentum",
      (helo) =>
        `from [203.0.113.7] ([203.0.113.7:51234] helo=${helo}) by mx.example.org (envelope-from <@example.com>) (ecelerity 4.2) with ESMTP`,
    ],
    [
      "SurgeMail",
      (helo) => `from ${helo} (unverified [203.0.113.7]) by mx.example.org (SurgeMail 7.3) with ESMTP id 1`,
    ],
    [
      "Stalwart",
      (helo) =>
        `from ${helo} (mail01.example.com [203.0.113.7]) (using TLSv1.3 with cipher X) by mx.example.org (Stalwart SMTP) with ESMTPS id 4A`,
    ],
    ["NetEase", (helo) => `from ${helo} (unknown [203.0.113.7]) by mx1 (Coremail) with SMTP id QMCow`],
    ["Cisco", (helo) => `from ${helo} ([203.0.113.7]) by esa1.example.iphmx.com with ESMTP/TLS/ECDHE-RSA; 1 Jan 2026`],
    [
      "hMailServer",
      (helo) => `from ${helo} (mail01.example.com [203.0.113.7]) by mx.example.org with ESMTP ; Thu, 1 Jan 2026`,
    ],
  ];
  const FORGED = [
    "[198.51.100.222]",
    "198.51.100.222",
    "[IPv6:2001:db8:666::1]",
    "host-198.51.100.222.example.net",
    "srv",
  ];
  test.each(FORMS.flatMap(([form, written]) => FORGED.map((helo) => [form, helo, written(helo)] as const)))(
    "%s, HELO %s",
    (_, helo, value) => {
      const hop = readReceived(value);
      expect(hop.address).toBe("203.0.113.7");
      expect(hop.helo).toBe(helo);
      expect(hop.name === undefined || hop.name === null || hop.name === "mail01.example.com").toBe(true);
    },
  );

  test.each([
    ["MDaemon, no address at all", "from [198.51.100.222] by mx.example.org (MDaemon PRO v22) with ESMTP id 1"],
    ["a word and nothing else", "from 198.51.100.222 by mx.example.org with SMTP"],
  ])("%s: what was said is not taken for want of another", (_, value) => {
    expect(readReceived(value).address).toBeUndefined();
  });
});
