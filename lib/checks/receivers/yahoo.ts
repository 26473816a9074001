import { confirmation } from "../identity/confirmation.ts";
import { genericNames } from "../identity/generic.ts";
import { astray, leadsBack, share, silent } from "../identity/words.ts";
import { defineReceiver } from "../receiver.ts";
import { text } from "../text.ts";

/** Yahoo and AOL: guidelines, without a word on what becomes of those who do not follow them. */
export const yahoo = defineReceiver({
  id: "yahoo",
  name: "Yahoo and AOL",
  kind: "provider",
  source: {
    label: "Yahoo, Sender best practices",
    url: "https://senders.yahooinc.com/best-practices",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    follows: {
      action: "accept",
      says: (e) => text`The identity follows its published guidelines: ${leadsBack(e)}, and looks chosen.`,
      confidence: "documentation",
    },
    generic: {
      action: "unknown",
      says: (e) =>
        text`Its guidelines ask for a meaningful name, and ${e.generic} looks made from the address. They do not say what happens to mail from such a name.`,
      confidence: "documentation",
    },
    nameless: {
      action: "unknown",
      says: text`Its guidelines ask for valid forward and reverse DNS, and the address has no PTR record. They do not say what happens to such mail.`,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "unknown",
      says: (e) =>
        text`Its guidelines ask for valid forward and reverse DNS, and ${astray(e)}. They do not say what happens to such mail.`,
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`Its guidelines ask for valid forward and reverse DNS. Here ${share(e)}, and they do not say what it makes of that.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, confirmed, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state !== "confirmed") return { rule: state, evidence };
    const generic = genericNames(confirmed, facts.address);
    return generic.length > 0 ? { rule: "generic", evidence: { ...evidence, generic } } : { rule: "follows", evidence };
  },
});
