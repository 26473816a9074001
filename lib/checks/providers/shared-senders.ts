import type { DomainName } from "../net/domain-name.ts";

/**
 * A service whose customers send from the same addresses. Its PTR records and EHLO names are its own; what a customer
 * sets is SPF, DKIM and DMARC.
 */
export interface SharedSender {
  /** Permanent, kebab-case. It is stored in reports. */
  readonly id: string;
  readonly name: string;
  /** The names of its outbound servers, whole and anchored. Forward-confirmed, nobody else can have one. */
  readonly ptr: RegExp;
  /** Origin AS numbers, where all its addresses are announced by them. */
  readonly asns?: readonly number[];
  /** What its customers include in their SPF record, by its documentation. */
  readonly include?: string;
}

const under = (zone: string): RegExp => new RegExp(`^(?:[a-z0-9_-]+\\.)+${zone.replaceAll(".", "\\.")}$`);

/** Every shared sender that we know. A new one is one entry here and one line in the test. */
export const sharedSenders: readonly SharedSender[] = [
  {
    id: "microsoft-365",
    name: "Microsoft 365",
    ptr: under("outbound.protection.outlook.com"),
    asns: [8075],
    include: "spf.protection.outlook.com",
  },
  {
    id: "google",
    name: "Google (Gmail and Workspace)",
    ptr: /^mail-[a-z0-9]+-[a-z]?[0-9]+\.google\.com$/,
    asns: [15169],
    include: "_spf.google.com",
  },
  { id: "amazon-ses", name: "Amazon SES", ptr: under("amazonses.com"), asns: [16509, 14618], include: "amazonses.com" },
  { id: "sendgrid", name: "SendGrid", ptr: under("sendgrid.net"), include: "sendgrid.net" },
  { id: "mailgun", name: "Mailgun", ptr: /^[a-z0-9.-]+\.mailgun\.(?:net|org|info)$/, include: "mailgun.org" },
  {
    id: "mailchimp",
    name: "Mailchimp",
    ptr: /^[a-z0-9.-]+\.(?:mcsv|mcdlv|rsgsv)\.net$/,
    include: "servers.mcsv.net",
  },
  { id: "mandrill", name: "Mandrill", ptr: under("mandrillapp.com"), include: "spf.mandrillapp.com" },
  { id: "mailjet", name: "Mailjet", ptr: under("mailjet.com"), include: "spf.mailjet.com" },
  { id: "brevo", name: "Brevo", ptr: under("sender-sib.com"), include: "spf.brevo.com" },
  { id: "postmark", name: "Postmark", ptr: under("mtasv.net"), include: "spf.mtasv.net" },
  { id: "sparkpost", name: "SparkPost", ptr: under("sparkpostmail.com") },
  { id: "salesforce", name: "Salesforce", ptr: under("mta.salesforce.com"), include: "_spf.salesforce.com" },
  { id: "hubspot", name: "HubSpot", ptr: under("hubspotemail.net") },
  { id: "intermedia", name: "Intermedia", ptr: under("serverdata.net"), include: "spf.intermedia.net" },
  { id: "rackspace-email", name: "Rackspace Email", ptr: under("emailsrvr.com"), include: "emailsrvr.com" },
  {
    id: "proofpoint",
    name: "Proofpoint",
    ptr: /^(?:[a-z0-9-]+\.)+(?:pphosted|ppe-hosted)\.com$/,
  },
  { id: "mimecast", name: "Mimecast", ptr: /^[a-z0-9-]+-delivery-[0-9]+\.mimecast\.(?:com|co\.za|com\.au)$/ },
  { id: "barracuda", name: "Barracuda Email Gateway Defense", ptr: under("ess.barracuda.com") },
  { id: "zoho", name: "Zoho Mail", ptr: /^sender[a-z0-9-]*\.zoho\.(?:com|eu|in)$/, include: "zohomail.com" },
  { id: "fastmail", name: "Fastmail", ptr: under("messagingengine.com"), include: "spf.messagingengine.com" },
  {
    id: "proton",
    name: "Proton Mail",
    ptr: /^mail-[a-z0-9-]+\.(?:protonmail\.ch|proton\.me)$/,
    include: "_spf.protonmail.ch",
  },
  { id: "icloud", name: "iCloud Mail", ptr: /^(?:[a-z0-9-]+\.)+(?:me|icloud)\.com$/, include: "icloud.com" },
  {
    id: "ionos",
    name: "IONOS",
    ptr: /^mout[a-z0-9-]*\.(?:kundenserver\.de|perfora\.net)$/,
    include: "_spf.kundenserver.de",
  },
  { id: "strato", name: "STRATO", ptr: /^mo[a-z0-9-]+\.smtp\.rzone\.de$/, include: "smtp.rzone.de" },
  { id: "ovh-mail", name: "OVHcloud e-mail", ptr: under("mail-out.ovh.net"), include: "mx.ovh.com" },
  { id: "gandi", name: "Gandi", ptr: under("mail.gandi.net"), include: "_mailcust.gandi.net" },
  {
    id: "godaddy",
    name: "GoDaddy e-mail",
    ptr: /^[a-z0-9-]*smtp[a-z0-9-]*\.prod\.[a-z0-9]+\.secureserver\.net$/,
    include: "secureserver.net",
  },
];

const byId: ReadonlyMap<string, SharedSender> = new Map(sharedSenders.map((one) => [one.id, one]));
export const sharedSenderById = (id: string | undefined): SharedSender | undefined => byId.get(id ?? "");

/** Whose outbound server has such a name. Whether the name is confirmed is not asked here. */
export const sharedSenderOfName = (name: DomainName): SharedSender | undefined =>
  sharedSenders.find(({ ptr }) => ptr.test(name));
