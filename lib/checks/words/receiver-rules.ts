import type { Reference } from "../define/signal.ts";

/** What receivers publish about mail that reaches them, and what filters score by their code; each with the day it was read. */

const READ = "2026-11-26";
const read = (label: string, url: string): Reference => ({ label: `${label} (read ${READ})`, url });

export const GMAIL_GUIDELINES = read("Google: email sender guidelines", "https://support.google.com/a/answer/81126");
export const GMAIL_ERRORS = read("Google: Gmail SMTP errors and codes", "https://support.google.com/a/answer/3726730");
export const GMAIL_TLS = read("Google: TLS and ciphers of Gmail", "https://support.google.com/a/answer/9795993");
export const YAHOO_GUIDELINES = read("Yahoo: sender best practices", "https://senders.yahooinc.com/best-practices/");
export const OUTLOOK_POSTMASTER = read(
  "Microsoft: Outlook.com postmaster",
  "https://sendersupport.olc.protection.outlook.com/pm/",
);
export const EXCHANGE_TLS = read(
  "Microsoft: TLS versions and Exchange Online",
  "https://techcommunity.microsoft.com/blog/exchange/understanding-email-scenarios-if-tls-versions-cannot-be-agreed-on-with-exchange-/2065089",
);
export const SPAMASSASSIN_SCORES = read(
  "SpamAssassin f7fe7b82: 50_scores.cf",
  "https://github.com/apache/spamassassin/blob/f7fe7b82/rules/50_scores.cf",
);
export const RSPAMD_RULES = read("Rspamd 4.1.5: rules", "https://github.com/rspamd/rspamd/tree/eaac8e914/rules");
export const POSTFIX_PARAMETERS = read("Postfix 3.12: postconf(5)", "https://www.postfix.org/postconf.5.html");
