/** Names that say outright that nobody has named the address, often one for a whole range. */

/** Across labels: `powered.by.example.net`, `rdns.not.set`, `this-ptr-is-not-configured.example.net`. */
const PHRASES: readonly RegExp[] = [
  /^(?:hosted|powered|served|provided|operated)[-.]by(?=[-.]|$)/,
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
  /^(?:ptr|rdns|revdns|reverse-?(?:dns|ptr|lookup|name)|(?:no|default|generic)-?(?:ptr|rdns|reverse))(?:-?record)?$/;

/** A first label by itself. */
const LABEL =
  /^(?:un-?(?:assigned|allocated|used|named|defined|known|configured|registered|specified)|not-?(?:set|assigned|used|configured|allocated|in-use)|no-?(?:name|dns|data|hostname)|default-?(?:host|hostname|name)|undefined|unset|placeholder|available|free-?ip|reserved?|customer|customers|changeme|ip-?pool|spare)(?:-?\d+)?$/;

/** The piece of the name that says so; `hosts` is how many labels are below the organisation's own. */
export function placeholder(name: string, hosts: number): string | undefined {
  const phrase = PHRASES.map((pattern) => pattern.exec(name)?.[0]).find((found) => found !== undefined);
  // A whole domain may have been made for that: `no-reverse-dns-configured.com`. One may also be called `hosted-by.com`.
  if (hosts === 0)
    return phrase && /ptr|rdns|reverse/.test(phrase) && /\bno\b|\bnot\b|^un/.test(phrase) ? phrase : undefined;
  const [first = ""] = name.split(".");
  return phrase ?? ([LABEL, UNUSED, RECORD].some((pattern) => pattern.test(first)) ? first : undefined);
}
