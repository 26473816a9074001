import { ptr, zone } from "./zone.ts";

/** Addresses that mail comes from, by what is the matter with their identity. */
export const SENDERS = {
  "nothing is the matter": "198.51.100.101",
  "no PTR": "198.51.100.102",
  "reverse zone not loaded": "198.51.100.103",
  "name does not exist": "198.51.100.104",
  "name has only IPv6": "198.51.100.105",
  "name leads elsewhere": "198.51.100.106",
  "name's zone not loaded": "198.51.100.107",
  "two names, the first resolves back": "198.51.100.108",
  "two names, the second resolves back": "198.51.100.109",
  "two names, both resolve back": "198.51.100.110",
  "generic name": "198.51.100.111",
  "generic name that says static": "198.51.100.112",
  "name with an underscore": "198.51.100.113",
  "name that is an address": "198.51.100.114",
  "name with a character of no host name": "198.51.100.115",
  "IPv6, nothing is the matter": "2001:db8:5e::1",
  "IPv6, no PTR": "2001:db8:5e::2",
  "IPv6, name has only IPv4": "2001:db8:5e::3",
} as const;
export type Trouble = keyof typeof SENDERS;

/** What the senders whose address is in order, 198.51.100.101 and 2001:db8:5e::1, say in EHLO. */
export const EHLOS = {
  "its own name": "good.example.com",
  "another name that leads to it": "alias.example.com",
  "no full name": "mailhost",
  "a name that does not exist": "nowhere.example.com",
  "a name of another address": "elsewhere.example.com",
  "a name whose zone is not loaded": "mail.broken.example.com",
  "a name of the other family": "only6.example.com",
  "a name with an MX record alone": "mx-only.example.com",
  localhost: "localhost",
  "an address literal": "[198.51.100.101]",
  "another's literal": "[198.51.100.102]",
  "an impossible literal": "[198.51.100.300]",
  "a literal that does not end": "[198.51.100.101",
  "an IPv6 literal": "[IPv6:2001:db8:5e::1]",
  "an IPv6 literal without its tag": "[2001:db8:5e::1]",
  "a bare address": "198.51.100.101",
  "a bare IPv6 address": "2001:db8:5e::1",
  "a name with an underscore": "under_score.example.com",
  "a label that begins with a hyphen": "-mail.example.com",
} as const;

export const SENDER_ZONES = [
  zone(
    "example.com.",
    `
      @           MX    10 good
      good        A     198.51.100.101
      good        AAAA  2001:db8:5e::1
      alias       A     198.51.100.101
      only6       AAAA  2001:db8:5e::1
      elsewhere   A     198.51.100.99
      mx-only     MX    10 good
      broken      NS    ns.
      right       A     198.51.100.108
      right       A     198.51.100.109
      one         A     198.51.100.110
      two         A     198.51.100.110
      ip-198-51-100-111.dyn  A  198.51.100.111
      198-51-100-112.static  A  198.51.100.112
      mail_1      A     198.51.100.113
      bad!name    A     198.51.100.115
      only4       A     198.51.100.101`,
  ),
  zone("broken.example.com.", undefined),
  zone(
    "100.51.198.in-addr.arpa.",
    `
      101 PTR good.example.com.
      103 NS  ns.
      104 PTR gone.example.com.
      105 PTR only6.example.com.
      106 PTR elsewhere.example.com.
      107 PTR mail.broken.example.com.
      108 PTR right.example.com.
      108 PTR elsewhere.example.com.
      109 PTR elsewhere.example.com.
      109 PTR right.example.com.
      110 PTR one.example.com.
      110 PTR two.example.com.
      111 PTR ip-198-51-100-111.dyn.example.com.
      112 PTR 198-51-100-112.static.example.com.
      113 PTR mail_1.example.com.
      114 PTR 1.2.3.4.
      115 PTR bad!name.example.com.`,
  ),
  zone("103.100.51.198.in-addr.arpa.", undefined),
];

/** For the reverse zone of all IPv6 addresses of the lab. */
export const SENDER_PTRS6 = `
      ${ptr("2001:db8:5e::1")} PTR good.example.com.
      ${ptr("2001:db8:5e::3")} PTR only4.example.com.`;
