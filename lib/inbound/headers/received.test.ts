import { expect, test } from "vitest";
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
