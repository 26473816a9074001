import type { DkimSelector } from "../facts/dkim.ts";
import { CONTROL_SELECTOR, WELL_KNOWN_SELECTORS } from "../formats/dkim/selectors.ts";
import { asName } from "../net/domain-name.ts";
import { askAlias } from "./alias-beside.ts";
import { defineGatherer } from "./gatherer.ts";

/** The keys under the selectors the reader named and under those that platforms use, all asked at once. */
export const dkim = defineGatherer<"dkim">()({
  needs: ["sender", "claims"],
  async gather({ sender: { domain }, claims }, { dns }) {
    if (!domain) return undefined;
    const ask = (selector: string, at: string = domain) => dns.ask(asName(`${selector}._domainkey.${at}`), "TXT");
    const given = [...new Set(claims.selectors)];
    const guessed = WELL_KNOWN_SELECTORS.filter((selector) => !given.includes(selector));
    const [control, ...lookups] = await Promise.all([
      ask(CONTROL_SELECTOR),
      ...[...given, ...guessed].map((selector) => ask(selector)),
    ]);
    const found = [...given, ...guessed].flatMap((selector, i) => {
      const lookup = lookups[i];
      return lookup ? [{ selector, given: i < given.length, lookup }] : [];
    });
    const selectors = await Promise.all(
      found.map(async (each): Promise<DkimSelector> => {
        if (!each.given || each.lookup.kind === "failed") return each;
        if (each.lookup.kind === "answer") return { ...each, ...(await askAlias(each.lookup, dns)) };
        return { ...each, doubled: await ask(each.selector, `${domain}.${domain}`) };
      }),
    );
    return { domain, selectors, control };
  },
});
