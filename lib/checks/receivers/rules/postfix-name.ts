/**
 * Whether Postfix takes a name for a host name (`valid_hostname()`): letters, digits, `_`, `-` and `.`, labels of at
 * most 63, no hyphen at an edge, not all numeric. A PTR name that is none counts as no PTR at all.
 */
export function isPostfixName(name: string): boolean {
  if (name.length > 255 || /^[\d.]*$/.test(name)) return false;
  return name.split(".").every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i.test(label));
}
