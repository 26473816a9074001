import { ADDRESS_LISTS } from "../../lib/checks/formats/dnsbl/address-lists.ts";
import { ALLOW_LISTS } from "../../lib/checks/formats/dnsbl/allow-lists.ts";
import { NAME_LISTS } from "../../lib/checks/formats/dnsbl/name-lists.ts";
import { AUTHORITY, LISTS, NOBODY } from "./places.ts";
import { SENDER_PTRS6, SENDER_ZONES } from "./senders.ts";
import { ptr, signed, type ZoneText, zone } from "./zone.ts";

/** The lists that can be asked without a key: rbldnsd serves them all, but for one that is delegated to nobody. */
export const OPEN_LISTS = [...ADDRESS_LISTS, ...ALLOW_LISTS, ...NAME_LISTS].filter(({ key }) => !key);
export const DEAD_LIST = "psbl.surriel.com";

const IN4 = "113.0.203.in-addr.arpa.";
const IN6 = "8.b.d.0.1.0.0.2.ip6.arpa.";
export const ZONES: readonly ZoneText[] = [
  signed(
    "good",
    ".",
    [
      ...["example.net.", "example.org.", "example.com.", "100.51.198.in-addr.arpa.", IN4, IN6].map(
        (cut) => `${cut} NS ns.`,
      ),
      `ns. A ${AUTHORITY}`,
      `lists. A ${LISTS}`,
      `nobody. A ${NOBODY}`,
      ...OPEN_LISTS.map(({ zone }) => `${zone}. NS ${zone === DEAD_LIST ? "nobody." : "lists."}`),
    ].join("\n"),
  ),
  zone(
    "example.net.",
    `
      @         MX    10 mail
      @         TXT   "v=spf1 ip4:203.0.113.10 ip6:2001:db8:10::10 -all"
      _dmarc    TXT   "v=DMARC1; p=reject"
      mail      A     203.0.113.10
      mail      AAAA  2001:db8:10::10
      only6     AAAA  2001:db8:10::10
      one       A     203.0.113.17
      two       A     203.0.113.17
      right     A     203.0.113.18
      wrong     A     203.0.113.10
      first     CNAME second
      second    CNAME third
      third     A     203.0.113.19
      screen    A     203.0.113.20
      refusing  A     203.0.113.21
      office    A     203.0.113.33
      reverse   A     203.0.113.97
      closed    A     203.0.113.90
      inside    A     203.0.113.10
      inside    A     192.0.2.5
      broken    NS    ns.`,
  ),
  zone("broken.example.net.", undefined),
  zone(
    "example.org.",
    `
      @         TXT   "v=spf1 ip4:203.0.113.60 ip6:2001:db8:60::60 -all"
      @         MX    10 mx
      mx        A     203.0.113.60
      mx        AAAA  2001:db8:60::60
      later     A     203.0.113.61
      listed    A     203.0.113.62
      open      A     203.0.113.63
      misnamed  A     203.0.113.64
      nameless  A     203.0.113.65
      signed    NS    ns.
      bogus     NS    ns.`,
  ),
  signed("good", "signed.example.org.", "mail A 203.0.113.93"),
  signed("bogus", "bogus.example.org.", "mail A 203.0.113.92"),
  ...SENDER_ZONES,
  zone(
    IN4,
    `
      10  PTR   mail.example.net.
      13  PTR   mail.example.net.
      14  TXT   "no name here"
      15  PTR   gone.example.net.
      16  PTR   only6.example.net.
      17  PTR   one.example.net.
      17  PTR   two.example.net.
      18  PTR   right.example.net.
      18  PTR   wrong.example.net.
      19  PTR   first.example.net.
      20  PTR   screen.example.net.
      21  PTR   refusing.example.net.
      33  CNAME 33.32-47
      32-47 NS  ns.
      60  PTR   mx.example.org.
      61  PTR   later.example.org.
      62  PTR   listed.example.org.
      63  PTR   open.example.org.
      64  PTR   misnamed.example.org.
      65  PTR   nameless.example.org.
      70  NS    ns.
      90  PTR   closed.example.net.
      91  PTR   mail.broken.example.net.
      92  PTR   mail.bogus.example.org.
      93  NS    ns.
      97  NS    ns.`,
  ),
  zone(`70.${IN4}`, undefined),
  signed("good", `93.${IN4}`, "@ PTR mail.signed.example.org."),
  signed("bogus", `97.${IN4}`, "@ PTR reverse.example.net."),
  // A customer's own (RFC 2317).
  zone(`32-47.${IN4}`, "33 PTR office.example.net."),
  zone(
    IN6,
    `
      ${ptr("2001:db8:10::10")} PTR mail.example.net.
      ${ptr("2001:db8:60::60")} PTR mx.example.org.
      ${SENDER_PTRS6}`,
  ),
];
