/**
 * Lists that have ended. They are never asked: dead zones answer nothing, or list the whole world. Kept only to explain
 * a bounce that names one.
 */
export interface DeadList {
  readonly zone: string;
  readonly title: string;
  /** The year it ended, where that is known. */
  readonly ended?: number;
}

const dead = (zone: string, title: string, ended?: number): DeadList => ({ zone, title, ...(ended && { ended }) });

export const DEAD_LISTS: readonly DeadList[] = [
  dead("dnsbl.sorbs.net", "SORBS", 2024),
  dead("ix.dnsbl.manitu.net", "NiX Spam", 2025),
  dead("dnsbl.ahbl.org", "AHBL", 2015),
  dead("combined.njabl.org", "NJABL", 2013),
  dead("bl.spamcannibal.org", "SpamCannibal", 2018),
  dead("db.wpbl.info", "WPBL"),
  dead("dnsbl.inps.de", "inps.de", 2020),
  dead("ubl.unsubscore.com", "LashBack UBL", 2024),
  dead("webiron.net", "WebIron", 2020),
  dead("bsb.spamlookup.net", "Blog Spam Blocklist", 2020),
  dead("list.dsbl.org", "DSBL", 2008),
  dead("relays.ordb.org", "ORDB", 2006),
  dead("virbl.dnsbl.bit.nl", "VIRBL", 2017),
  dead("msrbl.net", "MSRBL"),
  dead("blacklist.emailbasura.org", "EmailBasura", 2019),
  dead("wormrbl.imp.ch", "IMP worm list"),
  dead("cbl.abuseat.org", "CBL, now part of Spamhaus XBL"),
  dead("rbl.cyberlogic.net", "Cyberlogic"),
  dead("rbl.burnt-tech.com", "Burnt-Tech"),
  dead("blackholes.mail-abuse.org", "MAPS", 2001),
];

/** The dead list a name in a bounce belongs to: the zone itself or anything below it. */
export function deadList(zone: string): DeadList | undefined {
  const name = zone.toLowerCase().replace(/\.$/, "");
  return DEAD_LISTS.find((list) => name === list.zone || name.endsWith(`.${list.zone}`));
}
