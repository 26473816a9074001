import { asName, type DomainName, isWithin } from "../checks/name.ts";

/** A receiver that is known by name. */
export interface KnownReceiver {
  readonly id: string;
  readonly title: string;
  /** Domains its mail servers have their names in. */
  readonly hosts: readonly string[];
  /** What only its own texts say. */
  readonly says?: RegExp;
}

const known = (id: string, title: string, hosts: string, says?: RegExp): KnownReceiver => ({
  id,
  title,
  hosts: hosts.split(" "),
  ...(says ? { says } : {}),
});

const RECEIVERS: readonly KnownReceiver[] = [
  known(
    "gmail",
    "Gmail",
    "google.com googlemail.com gmail.com",
    /support\.google\.com\/(?:mail|a)\/|\bgsmtp\b|\bGmail (?:requires|does not accept|users)|the ip you're using to send mail is not authorized|our system has detected (?:that this|an unusual)|to best protect our users from spam|the MAIL FROM domain \[/i,
  ),
  known(
    "microsoft",
    "Microsoft",
    "outlook.com hotmail.com exchangelabs.com office365.com office365.us",
    /\bS3140\b|\bS3150\b|\bS775\b|\(AS\(?\d{3,5}\)?\)|\b[45]\.7\.(?:5(?:0\d|1[0-5])|6[0-5]\d|750)\b|sender\.office\.com|postmaster\.live\.com|Windows Live Hotmail|\b(?:DY|OU|SC)-00\d\b|aka\.ms\/|sending IPv6 address \[/i,
  ),
  known(
    "yahoo",
    "Yahoo and AOL",
    "yahoodns.net yahoo.com yahoo.co.jp aol.com",
    /\[(?:TSS|BL2|PH0)\d+\]|\bRTR:[A-Z]{2}\b|\bDNS:NR\b|postmaster\.yahoo|senders\.yahooinc|\bYahoo requires\b|postmaster\.aol/i,
  ),
  known("apple", "Apple iCloud", "icloud.com apple.com me.com", /\[(?:CS|HM)\d\d\]|support\.apple\.com/i),
  known(
    "gmx",
    "GMX, web.de and mail.com",
    "gmx.net gmx.com gmx.de web.de mail.com kundenserver.de",
    /postmaster\.(?:gmx|web|mail)\.|Nemesis ESMTP/i,
  ),
  known("t-online", "T-Online", "t-online.de", /rx\.t-online\.de|\(NOWL\)/i),
  known("orange", "Orange", "orange.fr wanadoo.fr", /\bOFR[_ ]?\d{3}|\bmwinf\w+/i),
  known("la-poste", "La Poste", "laposte.net", /\bLPN\d{3}/i),
  known("sfr", "SFR", "sfr.fr sfr.net", /\bgu_eib_\d/i),
  known("free", "Free", "free.fr proxad.net", /postmaster\.free\.fr/i),
  known("comcast", "Comcast", "comcast.net", /\bES0000\d\d\b|\bBL0000\d\d\b|postmaster\.comcast\.net|xfinity/i),
  known("cox", "Cox", "cox.net", /\bCX(?:DNS|BL|SNDR|MJ|THRT)\b/),
  known("spectrum", "Spectrum", "charter.net rr.com spectrum.net", /\bAUP#/),
  known("godaddy", "GoDaddy", "secureserver.net", /\bIB\d{3}\b|x\.co\/srbounce/),
  known("mail-ru", "Mail.ru", "mail.ru", /corp\.mail\.ru|help\.mail\.ru/i),
  known("yandex", "Yandex", "yandex.ru yandex.net yandex.com", /yandex\.(?:ru|com)\//i),
  known("qq", "QQ Mail", "qq.com", /service\.mail\.qq\.com/i),
  known("freenet", "freenet", "freenet.de"),
  known("strato", "Strato", "rzone.de strato.de"),
  known("ovhcloud", "OVHcloud", "ovh.net ovh.ca"),
  known("fastmail", "Fastmail", "messagingengine.com fastmail.com"),
  known("proton", "Proton", "protonmail.ch proton.me"),
  known("zoho", "Zoho", "zoho.com zoho.eu"),
  known("proofpoint", "Proofpoint", "pphosted.com ppe-hosted.com proofpoint.com", /proofpoint\.com/i),
  known(
    "mimecast",
    "Mimecast",
    "mimecast.com",
    /\bmimecast\b|Sender Invalid - envelope rejected|Local CT IP Reputation/i,
  ),
  known("barracuda", "Barracuda", "barracudanetworks.com ess.barracudanetworks.com", /barracudanetworks\.com/i),
  known("symantec", "Symantec Email Security.cloud", "messagelabs.com symanteccloud.com"),
  known("cisco", "Cisco Secure Email", "iphmx.com"),
  known("trend-micro", "Trend Micro", "trendmicro.com trendmicro.eu"),
  known("hornetsecurity", "Hornetsecurity", "hornetsecurity.com antispameurope.com"),
];

const byId: ReadonlyMap<string, KnownReceiver> = new Map(RECEIVERS.map((one) => [one.id, one]));

/** Whom a host name belongs to. */
export const receiverOfHost = (host: DomainName): KnownReceiver | undefined =>
  RECEIVERS.find(({ hosts }) => hosts.some((domain) => isWithin(host, asName(domain))));

/** Whose words these are. */
export const receiverOfWords = (text: string): KnownReceiver | undefined =>
  RECEIVERS.find(({ says }) => says?.test(text));

/** A receiver's name for the reader: by its id, or the host itself where it is not known. */
export const receiverTitle = (receiver: string): string => byId.get(receiver)?.title ?? receiver;
export const isReceiverId = (id: string | undefined): id is string => id !== undefined && byId.has(id);
