/** Names that say outright that nobody has named the address, often one for a whole range. */

/** Across labels: `powered.by.example.net`, `rdns.not.set`, `this-ptr-is-not-configured.example.net`. */
const PHRASES: readonly RegExp[] = [
  /^(?:hosted|powered|served|provided|operated)[-.]by(?=[-.]|$)/,
  /^(?:this[-.])?(?:the[-.])?(?:r?dns|ptr|reverse(?:[-.]?(?:r?dns|ptr|lookup))?|ip|host-?name|name)s?[-.](?:record[-.])?(?:is[-.])?(?:not|un|no)[-.]?(?:yet[-.])?(?:set|configured|defined|assigned|allocated|used|available|found|in[-.]use)(?=[-.]|$)/,
  /^(?:no|without|missing|empty|unknown|default)[-.]?(?:reverse|rdns|ptr|rev)(?:[-.]?(?:dns|ptr|record|name|entry|lookup))?(?:[-.](?:record|entry|yet|set|configured|defined|here|available|found|name))*(?=[-.]|$)/,
  /^(?:please[-.])?(?:set|change|configure)[-.](?:your[-.])?(?:r?dns|ptr|reverse)(?:[-.]?dns)?(?=[-.]|$)/,
  /^localhost[-.]by[-.]default(?=[-.]|$)/,
];

/** A first label by itself. */
const LABEL =
  /^(?:un-?(?:assigned|allocated|used|named|defined|known|configured|registered|specified)|not-?(?:set|assigned|used|configured|allocated|in-use)|no-?(?:name|dns|data|hostname)|default-?(?:host|hostname|name)|undefined|unset|placeholder|available|free-?ip|reserved?|customer|customers|changeme|ip-?pool|spare)(?:-?\d+)?$/;

/** The piece of the name that says so; `hosts` is how many labels are below the organisation's own. */
export function placeholder(name: string, hosts: number): string | undefined {
  if (hosts === 0) return undefined;
  const phrase = PHRASES.map((pattern) => pattern.exec(name)?.[0]).find((found) => found !== undefined);
  const [first = ""] = name.split(".");
  return phrase ?? (LABEL.test(first) ? first : undefined);
}
