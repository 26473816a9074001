import { defineReceiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import type { Known } from "../findings/findings.ts";
import { takeApart } from "../formats/ptr-name/parts.ts";
import { bytesOf, family, type IpAddress } from "../net/address.ts";
import { type DomainName, hasPublicSuffix } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { addressShown } from "./rules/generic.ts";
import { confirms, resolvesElsewhere, silent } from "./rules/rule-words.ts";

const client = (e: Evidence): string => `[${e.address?.[0] ?? ""}]`;

/** Haraka's fcrdns plugin with its four refusals switched on. An address in the same /24 counts as confirmation. */
export const haraka = defineReceiver({
  id: "haraka",
  name: "Haraka",
  kind: "software",
  setting: "plugin fcrdns, with its refusals switched on (all off by default)",
  source: {
    label: "haraka-plugin-fcrdns",
    url: "https://github.com/haraka/haraka-plugin-fcrdns/tree/9f0a51a",
    version: "9f0a51a (2026-05-29)",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    pass: {
      action: "accept",
      says: (e) => text`${confirms(e)}, and no name contains the address.`,
      confidence: "code",
    },
    "pass-nearby": {
      action: "accept",
      says: (e) =>
        text`${e.ptr} resolves to ${e.leads}, in the same /24 as the address, which is enough for this plugin.`,
      confidence: "code",
    },
    nameless: {
      action: "reject",
      says: text`The address has no PTR record.`,
      reply: (e) => `550 client ${client(e)} rejected; no rDNS`,
      confidence: "code",
    },
    "no-tld": {
      action: "reject",
      says: (e) => text`The top-level domain of ${e.ptr} does not exist.`,
      confidence: "code",
    },
    unconfirmed: {
      action: "reject",
      says: (e) => text`${resolvesElsewhere(e)}, which is not in the same /24.`,
      reply: "550 Sorry, no FCrDNS match found",
      confidence: "code",
    },
    generic: {
      action: "reject",
      says: (e) => text`${e.generic} contains the address, which the plugin treats as generic rDNS.`,
      reply: (e) =>
        `550 client ${e.generic?.[0] ?? ""} ${client(e)} rejected; generic rDNS, please use your ISPs SMTP relay`,
      confidence: "code",
    },
    "perhaps-generic": {
      action: "unknown",
      says: (e) =>
        text`${e.generic} contains a part of the address. Whether that is enough for the plugin, which refuses names that contain the address, is not known.`,
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: silent("If the receiver gets no answer either, it defers with 450."),
      confidence: "code",
    },
  },
  judge(facts) {
    const { state, names, evidence } = confirmation(facts);
    if (state === "silent" || state === "nameless") return { rule: state, evidence };
    if (!names.some(hasPublicSuffix)) return { rule: "no-tld", evidence };
    const confirmed = state === "confirmed" || state === "mixed" || state === "half-open";
    const nearby = !confirmed && leadsNearby(facts);
    if (state === "open" && !nearby) return { rule: "silent", evidence };
    if (!confirmed && !nearby) return { rule: "unconfirmed", evidence };

    const shown = names.map((name) => (isExempt(name) ? "none" : addressShown(name, facts.address)));
    const generic = names.filter((_, i) => shown[i] !== "none");
    if (shown.every((much) => much === "whole")) return { rule: "generic", evidence: { ...evidence, generic } };
    if (generic.length > 0) return { rule: "perhaps-generic", evidence: { ...evidence, generic } };
    return { rule: confirmed ? "pass" : "pass-nearby", evidence };
  },
});

/** Whether some name leads to an IPv4 address that shares the first three octets. */
function leadsNearby({ address, forwardConfirmation }: Pick<Known, "address" | "forwardConfirmation">): boolean {
  if (family(address) !== 4) return false;
  return forwardConfirmation.names.some(
    ({ addresses }) => addresses.kind === "answer" && addresses.records.some((one) => net24(one) === net24(address)),
  );
}

const net24 = (address: IpAddress): string => bytesOf(address).slice(0, 3).join(".");

/** The label before the organisational domain says that the line is no home's. */
const isExempt = (name: DomainName): boolean => /static|business/.test(takeApart(name).host.at(-1) ?? "");
