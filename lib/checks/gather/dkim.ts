import { CONTROL_SELECTOR, WELL_KNOWN_SELECTORS } from "../dkim/selectors.ts";
import { asName } from "../name.ts";
import { defineGatherer } from "./gatherer.ts";

/** The keys under the selectors the reader named and under those that platforms use, all asked at once. */
export const dkim = defineGatherer<"dkim">()({
  needs: ["sender", "claims"],
  async gather({ sender: { domain }, claims }, { dns }) {
    if (!domain) return undefined;
    const ask = (selector: string) => dns.ask(asName(`${selector}._domainkey.${domain}`), "TXT");
    const given = [...new Set(claims.selectors)];
    const guessed = WELL_KNOWN_SELECTORS.filter((selector) => !given.includes(selector));
    const [control, ...lookups] = await Promise.all([ask(CONTROL_SELECTOR), ...[...given, ...guessed].map(ask)]);
    const selectors = [...given, ...guessed].flatMap((selector, i) => {
      const lookup = lookups[i];
      return lookup ? [{ selector, given: i < given.length, lookup }] : [];
    });
    return { domain, selectors, control };
  },
});
