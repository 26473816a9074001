/**
 * Selectors that well-known platforms and mail servers use by default, so that a key can be found where nobody told us
 * its selector. Selectors cannot be listed: what is not found under these may well exist under another.
 */
export const WELL_KNOWN_SELECTORS: readonly string[] = [
  "google",
  "selector1",
  "selector2",
  "s1",
  "s2",
  "k1",
  "k2",
  "k3",
  "default",
  "dkim",
  "mail",
  "smtp",
  "mandrill",
  "mxvault",
  "sig1",
  "zoho",
  "protonmail",
  "protonmail2",
  "protonmail3",
  "fm1",
  "fm2",
  "fm3",
  "mesmtp",
  "everlytickey1",
  "everlytickey2",
  "cm",
  "krs",
  "x",
];

/** Nobody's selector: whoever answers here answers for every name, and what is found elsewhere proves nothing. */
export const CONTROL_SELECTOR = "nameplate-control-b5x0q7";
