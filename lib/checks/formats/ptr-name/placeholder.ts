import type { NameParts } from "./parts.ts";
import { isMadeForRecords, saysUnnamed } from "./unnamed.ts";

/** Names that say outright that nobody has named the address, often one for a whole range. */

/** Across labels: `powered.by.example.net`, `rdns.not.set`, `this-ptr-is-not-configured.example.net`. */
const PHRASES: readonly RegExp[] = [
  // Whose machine it is, which is said of every address they have. As one word only where it cannot be another.
  /^(?:(?:a|this|my|the|ddos|vps|vds|colo|dedicated|cloud|game|web|site|website|server|servers|is|are|proudly)[-.]){0,4}(?:hosted|hosting|powered|served|provided|operated|housed|colocated|colo|managed|protected|secured|owned|leased|rented|maintained|sponsored)[-.](?:by(?=[-.]|$)|(?:at|in|on|with|from)(?=\.|$))/,
  /^(?:host(?:ed|ing)?|powered|operated)by(?=[-.]|$)/,
  /^(?:(?:mit|viel|liebe|wird|stolz|server|dieser|ist)[-.]){0,4}(?:gehostet[-.](?:bei|von|in)|betrieben[-.]von|gehost[-.](?:door|bij)|(?:heberge|hebergement|propulse)[-.](?:par|chez)|(?:alojado|hospedado|hospedagem)[-.](?:en|em|por)|ospitato[-.](?:da|su)|hostowan[eay][-.](?:przez|w)|hostovano[-.](?:u|na)|hostas[-.]av|hostet[-.](?:af|av|hos))(?=[-.]|$)/,
  /^(?:this[-.])?(?:the[-.])?(?:r?dns|ptr|reverse(?:[-.]?(?:r?dns|ptr|lookup))?|ip|host-?name|name)s?[-.](?:record[-.])?(?:is[-.])?(?:not|un|no)[-.]?(?:yet[-.])?(?:set|configured|defined|assigned|allocated|used|available|found|in[-.]use)(?=[-.]|$)/,
  /^(?:no|without|missing|empty|unknown|default)[-.]?(?:reverse|rdns|ptr|rev)(?:[-.]?(?:dns|ptr|record|name|entry|lookup))?(?:[-.](?:record|entry|yet|set|configured|defined|here|available|found|name))*(?=[-.]|$)/,
  /^(?:please[-.])?(?:set|change|configure)[-.](?:your[-.])?(?:r?dns|ptr|reverse)(?:[-.]?dns)?(?=[-.]|$)/,
  /^not[-.](?:yet[-.])?(?:set|configured|defined|assigned|allocated|used|in[-.]use)(?=[-.]|$)/,
  /^reserved[-.]for(?=[-.])/,
  /^localhost[-.]by[-.]default(?=[-.]|$)/,
];

/** What there is of addresses that nobody has yet, and what is said of them: `unused-space`, `free-ip`, `spare-12`. */
const UNUSED =
  /^(?:un-?(?:used|assigned|allocated)|not-?(?:used|assigned|allocated|in-use)|free|spare|reserved?|available|vacant)[-_]?(?:ip|ips|ipv[46]|addr|addresse?s?|space|range|block|hosts?|pool|netblock|subnet|slot)(?:[-_]?\d+)?$/;

/** The record's own name, which says of a host no more than that it has one. */
const RECORD =
  /^(?:ptr|rdns|revdns|reverse|reverse-?(?:dns|ptr|lookup|name|mapping)|(?:no|default|generic)-?(?:ptr|rdns|reverse))(?:-?record)?$/;

/** A first label by itself. */
const LABEL =
  /^(?:un-?(?:assigned|allocated|used|named|defined|known|configured|registered|specified)|not-?(?:set|assigned|used|configured|allocated|in-use)|no-?(?:name|dns|data|hostname)|default-?(?:host|hostname|name)|undefined|unset|placeholder|available|free-?ip|reserved|empty|localhost|ddos-protected|customer|customers|changeme|ip-?pool|spare|none|blank|tbd|tba|no-mans-land)(?:-?\d+)?$/;

/** The piece of the name that says so. */
export function placeholder({ name, host, organisation }: NameParts): string | undefined {
  const phrase = PHRASES.map((pattern) => pattern.exec(name)?.[0]).find((found) => found !== undefined);
  // A whole domain may have been made for that: `no-reverse-dns-configured.com`. One may also be called `hosted-by.com`.
  if (host.length === 0) {
    if (isMadeForRecords(organisation)) return organisation;
    return phrase && /ptr|rdns|reverse/.test(phrase) && /\bno\b|\bnot\b|^un/.test(phrase) ? phrase : undefined;
  }
  if (phrase) return phrase;
  // Behind a number or a host's: `7.unassigned.example.net`, `host7.not-set.example.net`.
  const [first = "", ...below] = host;
  return (
    unnamed(host) ??
    (below.length > 0 &&
    !/^customers?$/.test(below[0] ?? "") &&
    /^(?:host|ip|ipv4|addr|node|srv|server)?-?\d+$/.test(first)
      ? unnamed(below)
      : undefined)
  );
}

function unnamed(labels: readonly string[]): string | undefined {
  const [first = ""] = labels;
  return [LABEL, UNUSED, RECORD].some((pattern) => pattern.test(first)) ? first : saysUnnamed(labels);
}
