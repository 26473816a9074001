import { asName, type DomainName, isWithin } from "../checks/view.ts";

/** A receiver that is known by name. */
export interface KnownReceiver {
  readonly id: string;
  readonly title: string;
  /** Domains its mail servers have their names in. */
  readonly hosts: readonly string[];
  /** Domains of its users’ addresses, where they are others. */
  readonly mailboxes: readonly string[];
  /** What only its own texts say. */
  readonly says?: RegExp;
  /** Numbers that it alone uses, which count where no other server is named. */
  readonly numbers?: RegExp;
  /** Where it says what to do, or takes requests. */
  readonly postmaster?: string;
  /** Its entries among the receivers that a report predicts. */
  readonly outlooks: readonly string[];
}

interface More {
  readonly says?: RegExp;
  readonly numbers?: RegExp;
  readonly postmaster?: string;
  readonly mailboxes?: string;
  readonly outlooks?: readonly string[];
}

const known = (id: string, title: string, hosts: string, { mailboxes, outlooks = [], ...more }: More = {}) => ({
  id,
  title,
  hosts: hosts.split(" "),
  mailboxes: mailboxes?.split(" ") ?? [],
  outlooks,
  ...more,
});

const RECEIVERS: readonly KnownReceiver[] = [
  known("gmail", "Gmail", "google.com googlemail.com gmail.com 1e100.net", {
    says: /support\.google\.com\/(?:mail|a)\/|\bgsmtp\b|\bGmail (?:requires|does not accept|users|has detected)|the ip you're using to send mail is not authorized|our system has detected (?:that this|an unusual)|to best protect our users from spam|the MAIL FROM domain \[/i,
    postmaster: "https://support.google.com/a/answer/81126",
    outlooks: ["gmail"],
  }),
  known("microsoft", "Microsoft", "outlook.com hotmail.com exchangelabs.com office365.com office365.us", {
    says: /\bS3140\b|\bS3150\b|\bS775\b|\(AS\(?\d{3,5}\)?\)|\bAS\(\d{3,10}\)|\.prod\.outlook\.com\b|\(S20\d{8,10}\)|\(S31\d\d\)|sender\.office\.com|postmaster\.live\.com|mail\.live\.com|Windows Live Hotmail|\b(?:DY|OU|SC)-00\d\b|aka\.ms\/|sending IPv6 address \[|\bTenantAttribution\b|\bRESOLVER\.(?:ADR|RST)\.|\bQUEUE\.Expired\b|\bATTR\d{1,3}\b|delist@messaging\.microsoft/i,
    numbers: /\b[45]\.7\.(?:5(?:0\d|1[0-5])|6[0-5]\d|7[05]\d|139)\b|\b5\.4\.14\b/,
    mailboxes: "live.com msn.com",
    postmaster: "https://sender.office.com/",
    outlooks: ["microsoft-ipv4", "microsoft-ipv6"],
  }),
  known("yahoo", "Yahoo and AOL", "yahoodns.net yahoo.com yahoo.co.jp aol.com", {
    says: /\[(?:TSS|BL2|PH0)\d+\]|\bRTR:[A-Z]{2}\b|\bDNS:NR\b|postmaster\.yahoo|senders\.yahooinc|\bYahoo requires\b|postmaster\.aol|doesn't have an? (?:yahoo|aol)\.\S+ account/i,
    mailboxes: "ymail.com rocketmail.com",
    postmaster: "https://senders.yahooinc.com/",
    outlooks: ["yahoo"],
  }),
  known("apple", "Apple iCloud", "icloud.com apple.com me.com", {
    says: /\[(?:CS|HM)\d\d\]|support\.apple\.com/i,
    mailboxes: "mac.com",
    postmaster: "https://support.apple.com/102322",
    outlooks: ["apple"],
  }),
  known("gmx", "GMX, web.de and mail.com", "gmx.net gmx.com gmx.de web.de mail.com kundenserver.de", {
    says: /postmaster\.(?:gmx|web|mail)\.|Nemesis ESMTP/i,
    mailboxes: "gmx.at gmx.ch",
    postmaster: "https://postmaster.gmx.net/",
    outlooks: ["gmx"],
  }),
  known("t-online", "T-Online", "t-online.de", {
    says: /rx\.t-online\.de|\(NOWL\)/i,
    mailboxes: "magenta.de",
    postmaster: "https://postmaster.t-online.de/",
    outlooks: ["t-online"],
  }),
  known("orange", "Orange", "orange.fr wanadoo.fr", {
    says: /\bOFR[_ ]?\d{3}|\bmwinf\w+|\bopmta\w+/i,
    postmaster: "https://postmaster.orange.fr/",
    outlooks: ["orange"],
  }),
  known("la-poste", "La Poste", "laposte.net", { says: /\bLPN\d{3}/i }),
  known("sfr", "SFR", "sfr.fr sfr.net neuf.fr", { says: /\bgu_eib_\d/i }),
  known("free", "Free", "free.fr proxad.net", {
    says: /postmaster\.free\.fr/i,
    postmaster: "http://postmaster.free.fr/",
  }),
  known("comcast", "Comcast", "comcast.net", {
    says: /\bcomcast requires\b|\bES0000\d\d\b|\bBL000\d{3}\b|\bRL0000\d\d\b|postmaster\.comcast\.net|xfinity/i,
    postmaster: "https://postmaster.comcast.net/",
    outlooks: ["comcast"],
  }),
  known("cox", "Cox", "cox.net", { says: /\bCX(?:DNS|BL|SNDR|MJ|THRT)\b/ }),
  known("spectrum", "Spectrum", "charter.net rr.com spectrum.net", { says: /\bAUP#/ }),
  known("att", "AT&T", "att.net sbcglobal.net bellsouth.net prodigy.net", { says: /\bATTRBL\b|\batt\.net\/blocks/i }),
  known("godaddy", "GoDaddy", "secureserver.net", { says: /\bIB\d{3}\b|x\.co\/srbounce/ }),
  known("mail-ru", "Mail.ru", "mail.ru", {
    says: /corp\.mail\.ru|help\.mail\.ru/i,
    mailboxes: "bk.ru inbox.ru list.ru",
    postmaster: "https://postmaster.mail.ru/",
  }),
  known("yandex", "Yandex", "yandex.ru yandex.net yandex.com", { says: /yandex\.(?:ru|com)\/|\bya\.cc\//i }),
  known("qq", "QQ Mail", "qq.com", { says: /service\.mail\.qq\.com/i }),
  known("netease", "NetEase", "163.com 126.com netease.com yeah.net", {
    says: /\bhelp_spam_16\.htm|\b(?:DT|MI|RP|IN):[A-Z]{3} (?:163|126|NetEase)\b/i,
  }),
  known("naver", "Naver", "naver.com", { says: /\bnsmtp\b/ }),
  known("kakao", "Daum and Kakao", "daum.net hanmail.net kakao.com"),
  known("docomo", "NTT docomo", "docomo.ne.jp"),
  known("nifty", "Nifty", "nifty.com"),
  known("ocn", "OCN", "ocn.ne.jp ocn.ad.jp"),
  known("libero", "Libero", "libero.it"),
  known("aruba", "Aruba", "aruba.it pec.it"),
  known("seznam", "Seznam", "seznam.cz"),
  known("wp", "WP and o2", "wp.pl o2.pl"),
  known("onet", "Onet", "onet.pl poczta.onet.pl"),
  known("interia", "Interia", "interia.pl"),
  known("uol", "UOL", "uol.com.br"),
  known("locaweb", "Locaweb", "locaweb.com.br"),
  known("telenet", "Telenet", "telenet.be telenet-ops.be"),
  known("ziggo", "Ziggo", "ziggo.nl"),
  known("kpn", "KPN", "kpnmail.nl kpnxchange.com xs4all.nl"),
  known("bt", "BT", "btinternet.com bt.com"),
  known("virgin-media", "Virgin Media", "virginmedia.com"),
  known("freenet", "freenet", "freenet.de"),
  known("strato", "Strato", "rzone.de strato.de"),
  known("ovhcloud", "OVHcloud", "ovh.net ovh.ca"),
  known("fastmail", "Fastmail", "messagingengine.com fastmail.com", { outlooks: ["fastmail"] }),
  known("proton", "Proton", "protonmail.ch proton.me", { mailboxes: "protonmail.com pm.me" }),
  known("zoho", "Zoho", "zoho.com zoho.eu zoho.in zohocorp.com", { says: /\bZoho Mail\b/ }),
  known("proofpoint", "Proofpoint", "pphosted.com ppe-hosted.com proofpoint.com", {
    says: /proofpoint\.com/i,
    postmaster: "https://ipcheck.proofpoint.com/",
  }),
  known("mimecast", "Mimecast", "mimecast.com mimecast.org", {
    says: /\bmimecast\b|Sender Invalid - envelope rejected|Local CT IP Reputation/i,
  }),
  known("barracuda", "Barracuda", "barracudanetworks.com ess.barracudanetworks.com", {
    says: /barracudanetworks\.com/i,
    postmaster: "https://www.barracudacentral.org/rbl/removal-request",
  }),
  known("symantec", "Symantec Email Security.cloud", "messagelabs.com symanteccloud.com", {
    says: /messagelabs\.com/i,
  }),
  known("cisco", "Cisco Secure Email", "iphmx.com", { says: /sending MTA's poor reputation/i }),
  known("trend-micro", "Trend Micro", "trendmicro.com trendmicro.eu", {
    says: /\bTrend Micro (?:Email Reputation|RBL)|mail-abuse\.com/i,
  }),
  known("hornetsecurity", "Hornetsecurity", "hornetsecurity.com antispameurope.com"),
];

const byId: ReadonlyMap<string, KnownReceiver> = new Map(RECEIVERS.map((one) => [one.id, one]));

/** Whom a host name belongs to. */
export const receiverOfHost = (host: DomainName): KnownReceiver | undefined =>
  RECEIVERS.find(({ hosts }) => hosts.some((domain) => isWithin(host, asName(domain))));

/** Who keeps the mailboxes of a domain. */
export const receiverOfMailbox = (domain: DomainName): KnownReceiver | undefined =>
  RECEIVERS.find(({ mailboxes }) => mailboxes.includes(domain)) ?? receiverOfHost(domain);

/** Whose words these are. */
export const receiverOfWords = (text: string): KnownReceiver | undefined =>
  RECEIVERS.find(({ says }) => says?.test(text));

/** Whose numbers these are: a weak sign, for texts in which no server is named. */
export const receiverOfNumbers = (text: string): KnownReceiver | undefined =>
  RECEIVERS.find(({ numbers }) => numbers?.test(text));

/** A receiver's name for the reader: by its id, or the host itself where it is not known. */
export const receiverTitle = (receiver: string): string => byId.get(receiver)?.title ?? receiver;
export const receiverById = (id: string | undefined): KnownReceiver | undefined =>
  id === undefined ? undefined : byId.get(id);
export const isReceiverId = (id: string | undefined): id is string => id !== undefined && byId.has(id);
