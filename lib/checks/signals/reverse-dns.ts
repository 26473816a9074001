import { defineSignal, type Evidence, type Fix, rfc, temperror, unanswered } from "../define/signal.ts";
import { reverseName } from "../net/address.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digPtr } from "../words/commands.ts";

/** Whether the address has a name at all. Whether it is a good one is for the signals after this. */
export const reverseDns = defineSignal({
  id: "reverse-dns",
  group: "reverse",
  scopes: ["server", "sender"],
  title: "Reverse DNS",
  why: "The PTR record gives an address its name. Many receivers refuse mail from an address that has none.",
  references: [rfc(1912, "2.1"), rfc(8601, "3")],
  needs: ["address", "reverse"],
  outcomes: {
    named: {
      status: "pass",
      short: "has a PTR record",
      says: (e) => text`The PTR record of ${e.address} names ${e.ptr}.`,
    },
    none: {
      status: "fail",
      short: "no PTR record",
      says: (e) => text`${e.address} has no PTR record.`,
      fix: (e) => request(e),
      whoCares: (e) => whoRefuses(e),
    },
    "alias-to-nothing": {
      status: "fail",
      short: "alias without a PTR record",
      says: (e) =>
        text`${e.address} has no PTR record: its reverse name is an alias (CNAME) for ${e.target} (RFC 2317), which has none.`,
      fix: (e) => ({
        who: "address-owner",
        does: text`Publish the PTR record at ${e.target}. If that zone is no longer in use, ask the provider of the address to replace the alias with a PTR record.`,
      }),
      whoCares: (e) => whoRefuses(e),
    },
    temperror,
  },
  reproduce: (e) => digPtr(e.address?.[0]),
  judge({ address, reverse }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    const owner = reverseName(address);
    if (reverse.kind === "answer") {
      return { outcome: "named", evidence: { address: [address], owner: [owner], ptr: reverse.records } };
    }
    const target = reverse.aliases.at(-1);
    if (!target) return { outcome: "none", evidence: { address: [address], owner: [owner] } };
    return { outcome: "alias-to-nothing", evidence: { address: [address], owner: [owner], target: [target] } };
  },
});

const request = (e: Evidence): Fix => ({
  who: "address-owner",
  does: text`Ask the provider of ${e.address} to set its PTR record to the full name of your mail server. Your domain's DNS cannot hold it. Publish the address record of that name first.`,
});

function whoRefuses(e: Evidence): Text {
  const microsoft = e.address?.[0]?.includes(":")
    ? " Microsoft refuses IPv6 senders without one (550 5.7.25)."
    : " Microsoft publishes no such rule for IPv4.";
  return prose(
    `Gmail refuses or defers mail from such an address (550 5.7.25, 421 4.7.23).${microsoft} GMX, WEB.DE, mail.com, Comcast, Cox, Spectrum, Orange and Freenet refuse it. Where the operator has the rule on, Postfix defers it with 450, or refuses it (reject_unknown_client_hostname, reject_unknown_reverse_client_hostname). Exim (verify = reverse_host_lookup), Sendmail (require_rdns) and Haraka (fcrdns) then refuse it. SpamAssassin adds 0.8 to 2.4 points (RDNS_NONE), Rspamd 4.1 adds 4.5 and greylists.`,
  );
}
