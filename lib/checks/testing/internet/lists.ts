import { type IpAddress, parseAddress, reverseLabels } from "../../net/address.ts";
import type { ZoneDeclaration } from "../dns-zones.ts";
import { type Sample, type Section, server } from "./sample.ts";
import { DNS_COMPANY, LISTS } from "./zones.ts";

/**
 * Blocklists and allow lists under their real names. What they say here is made up, about addresses that are for
 * documentation; the servers that say it never leave loopback.
 */

/** The key that opens Spamhaus's lists in the small internet. */
export const SPAMHAUS_KEY = "smallinternet";

/** What a list says of an address or a name: codes of 127.0.0.0/8, and why. */
type Listings = Readonly<Record<string, { readonly codes: readonly string[]; readonly why: string }>>;

const listed = (why: string, ...codes: string[]) => ({ codes, why });

/** Lists of addresses that work: 127.0.0.2 is listed and 127.0.0.1 is not, in both families (RFC 5782 section 5). */
const addressLists: Readonly<Record<string, Listings>> = {
  [`${SPAMHAUS_KEY}.zen.dq.spamhaus.net`]: {
    "203.0.113.211": listed("https://www.spamhaus.org/query/ip/203.0.113.211", "127.0.0.11"),
    "203.0.113.212": listed("https://www.spamhaus.org/query/ip/203.0.113.212", "127.0.0.2", "127.0.0.4"),
  },
  [`${SPAMHAUS_KEY}.authbl.dq.spamhaus.net`]: {},
  "bl.spamcop.net": {
    "203.0.113.212": listed("Blocked - see https://www.spamcop.net/bl.shtml?203.0.113.212", "127.0.0.2"),
  },
  "psbl.surriel.com": {
    "203.0.113.212": listed("Listed in PSBL, see https://psbl.org/listing?ip=203.0.113.212", "127.0.0.2"),
  },
  "bl.mailspike.net": {},
  "rep.mailspike.net": { "203.0.113.10": listed("Good sender", "127.0.0.18") },
  "z.mailspike.net": {},
  "dnsbl.dronebl.org": {},
  "all.s5h.net": { "2001:db8:1::212": listed("Sent spam over IPv6", "127.0.0.2") },
  "bl.blocklist.de": {},
  "bl.spameatingmonkey.net": {},
  "bl.ipv6.spameatingmonkey.net": {},
  "bip.virusfree.cz": {},
  "all.spamrats.com": {
    "203.0.113.213": listed("No reverse name, https://www.spamrats.com/bl?203.0.113.213", "127.0.0.37"),
  },
  "dyna.spamrats.com": {},
  "noptr.spamrats.com": {
    "203.0.113.213": listed("No reverse name, https://www.spamrats.com/bl?203.0.113.213", "127.0.0.37"),
  },
  "spam.spamrats.com": {},
  "dnsbl-1.uceprotect.net": {},
  "dnsbl-2.uceprotect.net": { "203.0.113.214": listed("Net 203.0.113.0/24 is Level 2 listed", "127.0.0.2") },
  "dnsbl-3.uceprotect.net": { "203.0.113.214": listed("AS64500 is Level 3 listed", "127.0.0.2") },
  "dnsbl.spfbl.net": {},
  "dnswl.spfbl.net": {},
  "hostkarma.junkemailfilter.com": {},
  "spamrbl.swinog.ch": {},
  "list.dnswl.org": { "203.0.113.10": listed("example.com https://dnswl.org/s/?s=1", "127.0.9.2") },
};

/**
 * Lists of names: TEST is listed and INVALID is not (RFC 5782 section 5), and what their operators keep beside it for
 * tests. What SURBL and URIBL answer are bits.
 */
const nameLists: Readonly<Record<string, Listings>> = {
  [`${SPAMHAUS_KEY}.dbl.dq.spamhaus.net`]: {
    test: listed("Test point", "127.0.1.2"),
    "dbltest.com": listed("Test point", "127.0.1.2"),
    "example.edu": listed("https://www.spamhaus.org/query/domain/example.edu", "127.0.1.2"),
  },
  "multi.surbl.org": {
    test: listed("Test point", "127.0.0.254"),
    "surbl-org-permanent-test-point.com": listed("Test point", "127.0.0.254"),
  },
  "multi.uribl.com": {
    test: listed("Test point", "127.0.0.14"),
    "test.uribl.com": listed("Test point", "127.0.0.14"),
    "example.edu": listed("http://lookup.uribl.com/?domain=example.edu", "127.0.0.2"),
  },
  "fresh15.spameatingmonkey.net": { test: listed("Test point", "127.0.0.2") },
};

/** Lists that cannot be trusted, in the ways in which real ones have ended. */
const deadLists: readonly ZoneDeclaration[] = [
  // Emptied: not even the test point is left.
  { apex: "truncate.gbudb.net", ns: LISTS },
  // Given up, and taken over by somebody who answers everything.
  { apex: "bl.suomispam.net", ns: LISTS, records: `* A 127.0.0.2\n* TXT "This list is closed"` },
  // Does not want to be asked through this resolver: an error, and no listing.
  { apex: "zen.spamhaus.org", ns: LISTS, records: `* A 127.255.255.254\n* TXT "Error: open resolver"` },
  { apex: "dbl.spamhaus.org", ns: LISTS, records: `* A 127.255.255.254\n* TXT "Error: open resolver"` },
  { apex: "bl.score.senderscore.com", ns: LISTS, records: "* A 127.255.255.255" },
  // Its servers keep silent.
  { apex: "b.barracudacentral.org", ns: LISTS, broken: "silence" },
];

/** Who announces an address, as Team Cymru's zones say it: the last field of an AS is its name. */
const networks: readonly ZoneDeclaration[] = [
  {
    apex: "asn.cymru.com",
    ns: LISTS,
    records: `
      *.113.0.203.origin          TXT "64500 | 203.0.113.0/24 | ZZ | test | 2026-01-01"
      *.100.51.198.origin         TXT "64501 | 198.51.100.0/24 | ZZ | test | 2026-01-01"
      *.8.b.d.0.1.0.0.2.origin6   TXT "64500 | 2001:db8::/32 | ZZ | test | 2026-01-01"
      36.113.0.203.origin         TXT "8075 | 203.0.113.36/32 | ZZ | test | 2026-01-01"
      AS8075                      TXT "8075 | ZZ | test | 2026-01-01 | EXAMPLE-MAIL Example Mail Service, ZZ"
      AS64500                     TXT "64500 | ZZ | test | 2026-01-01 | EXAMPLE-HOSTING Example Hosting, ZZ"
      AS64501                     TXT "64501 | ZZ | test | 2026-01-01 | EXAMPLE-DNS Example DNS Company, ZZ"
    `,
  },
];

export const listZones: readonly ZoneDeclaration[] = [
  ...Object.entries(addressLists).map(([apex, listings]) => addressList(apex, listings)),
  ...Object.entries(nameLists).map(([apex, listings]) => nameList(apex, listings)),
  ...deadLists,
  ...networks,
];

function addressList(apex: string, listings: Listings): ZoneDeclaration {
  const test = listed("Test point", apex.includes("spamhaus") ? "127.0.0.10" : "127.0.0.2");
  const all = { "127.0.0.2": test, "::ffff:127.0.0.2": test, ...listings };
  const records = Object.entries(all).map(([address, said]) =>
    entry(reverseLabels(parseAddress(address) as IpAddress), said),
  );
  return { apex, ns: LISTS, records: records.join("\n") };
}

function nameList(apex: string, listings: Listings): ZoneDeclaration {
  const records = Object.entries(listings).map(([name, said]) => entry(name, said));
  return { apex, ns: LISTS, records: records.join("\n") };
}

function entry(owner: string, { codes, why }: Listings[string]): string {
  return [...codes.map((code) => `${owner} A ${code}`), `${owner} TXT "${why}"`].join("\n");
}

/** A server in order, about which lists have something to say. */
function subject(last: number, id: string, title: string, note: string): Sample {
  const [address, name] = [`203.0.113.${last}`, `${id}.example.com`];
  return {
    id,
    target: address,
    title,
    note,
    records: `
      ${last}.113.0.203.in-addr.arpa.  PTR  ${name}.
      ${name}.                         A    ${address}
    `,
    hosts: { [address]: server(name) },
  };
}

export const lists: Section = {
  title: "Lists",
  samples: [
    subject(
      210,
      "list-clean",
      "Listed nowhere",
      "All lists that answer say no; those that cannot be trusted say nothing.",
    ),
    subject(
      211,
      "list-policy",
      "In a policy list",
      "Spamhaus PBL: the range should not send mail by itself. That is no accusation of spam.",
    ),
    subject(212, "list-several", "In several blocklists", "Spamhaus SBL and XBL, SpamCop, PSBL."),
    {
      ...subject(
        213,
        "list-no-ptr",
        "Listed because of the missing PTR",
        "SpamRATS lists servers without a reverse name.",
      ),
      records: "list-no-ptr.example.com. A 203.0.113.213",
    },
    subject(214, "list-broad", "Whole network listed", "UCEPROTECT levels 2 and 3 say nothing about this one server."),
    {
      ...subject(215, "list-domain", "Domain in a blocklist", "The address is clean, the domain is not."),
      options: { from: "example.edu" },
      zones: [
        {
          apex: "example.edu",
          ns: DNS_COMPANY,
          records: `
            @       MX   10 list-domain.example.com.
            @       TXT  "v=spf1 ip4:203.0.113.215 -all"
            _dmarc  TXT  "v=DMARC1; p=reject"
          `,
        },
      ],
    },
  ],
};
