import { defineReceiver } from "../define/receiver.ts";
import { prose, text } from "../net/safe-text.ts";
import { askedLists, listNames } from "./rules/listed.ts";

/** Exim's ACL condition for clients on a blocklist. */
export const eximDnsbl = defineReceiver({
  id: "exim-dnsbl",
  name: "Exim, blocklists",
  kind: "software",
  setting: "deny with dnslists = and each list its operator names (none by default)",
  source: {
    label: "Exim, dnsbl.c and the specification's chapter on ACLs",
    url: "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html",
    version: "13835a3c (2025-12-29)",
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
      says: (e) =>
        text`It refuses the address where the operator uses ${listNames(e)}. The operator sets the text of the reply.`,
      reply: "550 Administrative prohibition",
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
