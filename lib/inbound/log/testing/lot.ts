import { EVENTS_LOT } from "./events-lot.ts";
import { EXCHANGE_LOT } from "./exchange-lot.ts";
import { EXIM_LOT } from "./exim-lot.ts";
import { HARAKA_LOT } from "./haraka-lot.ts";
import { NOTIFICATIONS_LOT } from "./notifications-lot.ts";
import { OPENSMTPD_LOT } from "./opensmtpd-lot.ts";
import { POSTFIX_LOT } from "./postfix-lot.ts";
import { QMAIL_LOT } from "./qmail-lot.ts";
import { RARE_LOT } from "./rare-lot.ts";
import { SENDMAIL_LOT } from "./sendmail-lot.ts";
import { STALWART_LOT } from "./stalwart-lot.ts";
import { WILD_LOT } from "./wild-lot.ts";

/** Lines that belong together, and what they have to give. */
export interface Lot {
  readonly text: string;
  /** `receiver address cause permanence reply status from` of each recipient, sorted; `-` for what is not there. */
  readonly rows: readonly string[];
  readonly unread: number;
}

/**
 * Samples as they are written: `> 2 receiver address cause permanence reply status from` is a row, `! line` a line that has
 * to be counted as unread, `# …` a comment; all else is the text. An empty line behind a line of the text is part of it.
 */
export function lotOf(written: string): Lot {
  const rows: string[] = [];
  const text: string[] = [];
  let unread = 0;
  for (const line of written.split("\n")) {
    const row = /^> (\d+) (.*)$/.exec(line);
    if (row) rows.push(...Array.from({ length: Number(row[1]) }, () => row[2] ?? ""));
    else if (line.startsWith("! ")) {
      unread++;
      text.push(line.slice(2));
    } else if (!line.startsWith("# ")) text.push(line);
  }
  return { text: text.join("\n").trim(), rows: rows.toSorted(), unread };
}

export const LOTS: Readonly<Record<string, string>> = {
  Postfix: POSTFIX_LOT,
  Exim: EXIM_LOT,
  Sendmail: SENDMAIL_LOT,
  qmail: QMAIL_LOT,
  OpenSMTPD: OPENSMTPD_LOT,
  Stalwart: STALWART_LOT,
  Haraka: HARAKA_LOT,
  Exchange: EXCHANGE_LOT,
  events: EVENTS_LOT,
  notifications: NOTIFICATIONS_LOT,
  wild: WILD_LOT,
  rare: RARE_LOT,
};
