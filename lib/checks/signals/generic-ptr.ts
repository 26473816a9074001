import { defineSignal, type Evidence, type Fix, rfc, temperror, unanswered } from "../define/signal.ts";
import { classifyPtrName, type PtrNameReason } from "../derive/classify-ptr-name.ts";
import { primaryName } from "../derive/forward-confirmation.ts";
import { isUnusable } from "../formats/ptr-name/hostname-fault.ts";
import { enumerated, prose, type Text, text } from "../net/safe-text.ts";
import { providers } from "../providers/index.ts";
import { digPtr } from "../words/commands.ts";

/**
 * Whether somebody chose the PTR name. A name that looks dynamic is a `fail`: RU-Center documents that it refuses such
 * words, Mail.ru and MagicSpam gateways have been seen to, Haraka and SpamAssassin have rules for them, and receivers
 * take the sender for a home computer. A name that is merely made from the address is a `warn`: the large mailbox
 * providers have no published rule against it, fewer and smaller receivers do.
 */
export const genericPtr = defineSignal({
  id: "generic-ptr",
  group: "reverse",
  scopes: ["server", "sender"],
  title: "Generic PTR name",
  why: "A PTR name built from the address is typical of home connections and servers nobody configured. Spam often comes from those, so receivers look for such names.",
  references: [rfc(1912, "2.1"), rfc(8601, "3")],
  needs: ["address", "forwardConfirmation"],
  outcomes: {
    custom: { status: "pass", says: (e) => text`${e.ptr} looks like a name chosen for this server.${others(e)}` },
    "cloud-default": {
      status: "warn",
      short: "a provider's default name",
      says: (e) =>
        text`${e.ptr} is a default name of ${e.provider?.length ? providerName(e) : prose("a hosting company")}.${because(e)}${others(e)}`,
      fix: (e) => rename(e),
      whoCares: whoMinds("a provider's default name", "Rspamd may add up to 3 points (HFILTER_HOSTNAME)"),
    },
    "static-looking": {
      status: "warn",
      short: "looks generated",
      says: (e) => text`${e.ptr} looks like a name generated from the address or a number.${because(e)}${others(e)}`,
      fix: (e) => rename(e),
      whoCares: whoMinds(
        "such a name, also one that says static",
        "Rspamd may add up to 3 points (HFILTER_HOSTNAME), and 4 for the word static in mail with a single Received line (ONCE_RECEIVED_STRICT)",
      ),
    },
    "dynamic-looking": {
      status: "fail",
      short: "looks dynamic",
      says: (e) => text`${e.ptr} looks like the name of a connection with a dynamic address.${because(e)}${others(e)}`,
      fix: (e) =>
        rename(e, text` If your provider does not offer that on this connection, send through a relay instead.`),
      whoCares: prose(
        "RU-Center refuses names with words like broadband, pptp or dynamic. Mail.ru and MagicSpam gateways have been seen to refuse generic names. Haraka (fcrdns) refuses names that contain the address where the operator has that on. SpamAssassin adds 0.4 to 2.6 points (RDNS_DYNAMIC), Rspamd up to 3 (HFILTER_HOSTNAME). For the word dynamic, Rspamd adds 4 to mail with a single Received line (ONCE_RECEIVED_STRICT). Yahoo asks for meaningful, non-generic names.",
      ),
    },
    none: { status: "skipped", says: text`There is no PTR name to examine.` },
    unusable: { status: "skipped", says: (e) => text`${e.ptr} is not a host name, so there is nothing to classify.` },
    temperror,
  },
  reproduce: (e) => digPtr(e.address?.[0]),
  judge({ address, forwardConfirmation: { reverse, names } }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    if (reverse.kind !== "answer") return { outcome: "none" };
    const { name: primary, rivals } = primaryName({ names });
    if (!primary) return { outcome: "none" };
    const { name } = primary;
    const classes = [primary, ...rivals].map(({ name }) =>
      isUnusable(name) ? { kind: "unusable" as const, reasons: [] } : classifyPtrName(name, address),
    );
    // Which name counts may depend on a lookup that failed: then only what holds for all of them can be said.
    if (new Set(classes.map(({ kind }) => kind)).size > 1)
      return unanswered(...names.map(({ addresses }) => addresses));
    const [found] = classes;
    if (!found) return { outcome: "none" };
    const rest = reverse.records.filter((one) => one !== name);
    return {
      outcome: found.kind,
      evidence: {
        address: [address],
        ptr: [name],
        ...(found.reasons.length > 0
          ? { part: found.reasons.map(({ part }) => part), reason: found.reasons.map(({ why }) => why) }
          : {}),
        ...("provider" in found && found.provider ? { provider: [found.provider] } : {}),
        ...(rest.length > 0 ? { others: rest } : {}),
      },
    };
  },
});

const REASONS: Readonly<Record<PtrNameReason, string>> = {
  "provider-default": "is the provider's default",
  placeholder: "is a placeholder",
  address: "is the address",
  "address-part": "is part of the address",
  "address-shape": "looks like an address",
  "last-octet": "is the end of the address",
  "hardware-address": "looks like a network card's address",
  "access-word": "is a word for an access line",
  "line-word": "is a word for a customer's connection",
  "fixed-word": "is a word for a static address",
  "hosting-word": "is a word for a rented server",
  "serial-number": "looks like a serial number",
  "opaque-id": "looks like an identifier",
  "line-path": "looks like a line number",
  "mail-word": "is a word for a mail server",
};

function because(e: Evidence): Text {
  if (e.provider?.length) return [];
  const given = (e.part ?? []).slice(0, 3).flatMap((part, i) => {
    const words = REASONS[e.reason?.[i] as PtrNameReason];
    return words ? [text`${part} ${prose(words)}`] : [];
  });
  return given.length > 0 ? text` In it, ${enumerated(given)}.` : [];
}

const others = (e: Evidence): Text => (e.others?.length ? text` There is also ${e.others}.` : []);

const providerName = (e: Evidence): Text =>
  prose(providers.find(({ id }) => id === e.provider?.[0])?.name ?? "the provider");

const rename = (e: Evidence, or: Text = []): Fix => ({
  who: "address-owner",
  does: text`Change the PTR record of ${e.address} to your mail server's name in your own domain, like ${"mail.example.com"}. Publish the address record of that name first.${or}`,
});

function whoMinds(such: string, rspamd: string): Text {
  return prose(
    `Mail.ru and MagicSpam gateways have been seen to refuse ${such}; kraft-s.ru, inbox.lt and cleanmail.ch document that they may. T-Online requires a name in a domain whose web site names the operator. ${rspamd}. Haraka (fcrdns) refuses a name that contains the address, unless it says static, where the operator has that on. Yahoo asks for meaningful, non-generic names.`,
  );
}
