import { defineReceiver } from "../define/receiver.ts";
import { prose, text } from "../net/safe-text.ts";
import { askedLists, listNames } from "./rules/listed.ts";

/** Postfix's refusal of clients on a blocklist. */
export const postfixDnsbl = defineReceiver({
  id: "postfix-dnsbl",
  name: "Postfix, blocklists",
  kind: "software",
  setting: "reject_rbl_client with each list its operator names (none by default)",
  source: {
    label: "Postfix, smtpd_check.c",
    url: "https://www.postfix.org/postconf.5.html#reject_rbl_client",
    version: "3.12-20260821",
    read: "2026-11-22",
  },
  needs: ["address", "addressListings"],
  rules: {
    "not-listed": {
      action: "accept",
      says: text`The address is on none of the blocklists that answered us.`,
      confidence: "code",
    },
    listed: {
      action: "reject",
      says: (e) => text`It refuses the address where the operator uses ${listNames(e)}.`,
      reply: (e) =>
        `554 5.7.1 Service unavailable; Client host [${e.address?.[0] ?? ""}] blocked using ${e.zone?.[0] ?? ""}`,
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: prose("Not known: some of the major blocklists did not answer us."),
      confidence: "code",
    },
  },
  judge(known) {
    const { asked, evidence } = askedLists(known);
    const rule = { listed: "listed", clean: "not-listed", silent: "silent" } as const;
    return { rule: rule[asked], evidence: { address: [known.address], ...evidence } };
  },
});
