import type { CauseClass } from "../causes.ts";

type CodeRule = readonly [RegExp, CauseClass];

/** Codes that receivers use for one cause alone, as they stand in the text. They count for more than plain words. */
export const PROVIDER_RULES: readonly CodeRule[] = [
  [/\bcxdns\b(?!.{0,60}(?:failure|try again))/i, "ptr_missing"],
  [/\bcxbl\b/i, "private_blocklist"],
  [/\baup#i-1100\b/i, "ptr_missing"],
  [/\baup#i-1150\b/i, "fcrdns_mismatch"],
  [/\bib108\b/i, "ptr_missing"],
  [/\bib50[48]\b/i, "spf_fail"],
  [/\bdns:nr\b/i, "ptr_missing"],
  [/\brtr:(?:du|bb)\b/i, "dynamic_ip_policy"],
  [/\bcon:b\d\b/i, "private_blocklist"],
  [/\brtr:rd\b/i, "ptr_generic"],
  [/[?&]c=rdns\b/i, "ptr_missing"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?107\b/i, "ptr_missing_or_fcrdns_fail"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?20\d\b/i, "helo_not_fqdn"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?535\b/i, "dkim_fail"],
  [/\blpn007_517\b/i, "dmarc_reject"],
  [/\bs3140\b|\bs3150\b/i, "private_blocklist"],
  [/\bs775\b/i, "ip_reputation"],
  [/\bas(?:761|77\d)\b/i, "throttle"],
  [/\bdy-00[12]\b/i, "dynamic_ip_policy"],
  [/\btss0[49]\b|\btss11\b/i, "ip_reputation"],
  [/\[bl2[13]\]/i, "dnsbl_listed"],
  [/\bes000010\b/i, "dynamic_ip_policy"],
  // Three digits, each for a list: Validity's, Cloudmark's, Spamhaus ZEN. Without any it is Comcast's own.
  [/\bbl000[01][01]1\b|\bbl0001[01]0\b/i, "dnsbl_listed"],
  [/\bbl000010\b/i, "ip_reputation"],
  [/\bbl000\d{3}\b/i, "private_blocklist"],
  [/\bdt:spm\b/i, "content_rejected"],
  [/\bdt:rbl\b/i, "dnsbl_listed"],
  [/\bhl:(?:icc|ifc)\b|\bmi:(?:dmc|sfq|stc)\b/i, "throttle"],
  [/\bhl:(?:rep|mep|ihu)\b/i, "ip_reputation"],
  [/\bhl:ipb\b|\bwm:bli\b/i, "private_blocklist"],
  [/\bdt:sum\b|\bmi:dns\b/i, "mail_from_domain_unresolvable"],
  [/\bmi:(?:spb|sti)\b/i, "ip_reputation"],
  [/\brp:trl\b|\brp:irl\b|\brp:trc\b/i, "ip_reputation"],
  [/\bin:ipb\b|\bmi:ipb\b/i, "private_blocklist"],
  [/\bmi:spf\b/i, "spf_fail"],
];

/** Families of a receiver's codes, whose first digits say what was looked at: for texts whose words say nothing. */
export const PROVIDER_FAMILIES: readonly CodeRule[] = [
  [/\bofr[_ ]?(?:\d\d\d[_ ])?10\d\b/i, "throttle"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?30\d\b/i, "mail_from_domain_unresolvable"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?417\b/i, "mailbox_full"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?4\d\d\b/i, "recipient_unknown"],
  [/\bofr[_ ]?(?:\d\d\d[_ ])?5\d\d\b/i, "content_rejected"],
  [/\brl0000\d\d\b/i, "throttle"],
  [/\brp:(?:rcl|cel|r?cl|qrc|drc)\b/i, "throttle"],
  [/\bes0000\d\d\b/i, "private_blocklist"],
  [/\[ph01\]/i, "local_policy"],
];
