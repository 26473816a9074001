/** Where a figure comes from. */
export interface Source {
  readonly label: string;
  readonly url: string;
}

/** A week of a warm-up, in messages a day over all receivers. */
export interface WarmUpWeek {
  readonly week: number;
  readonly careful: string;
  /** At the end of the week. */
  readonly faster: string;
}

const RESEND: Source = {
  label: "Resend: email best practices, deliverability",
  url: "https://github.com/resend/resend-skills/blob/main/skills/email-best-practices/references/deliverability.md",
};
const ONESIGNAL: Source = {
  label: "OneSignal: email warm-up",
  url: "https://documentation.onesignal.com/docs/en/email-warm-up",
};
const GMAIL: Source = { label: "Gmail: email sender guidelines", url: "https://support.google.com/a/answer/81126" };
const MICROSOFT: Source = {
  label: "Microsoft: troubleshooting mail sent to Microsoft 365, as quoted in issue 7313 of its documentation",
  url: "https://github.com/MicrosoftDocs/microsoft-365-docs/issues/7313",
};
const T_ONLINE: Source = { label: "T-Online Postmaster", url: "https://postmaster.t-online.de/" };
const ORANGE: Source = { label: "Orange Postmaster", url: "https://postmaster.orange.fr/" };
const SENDGRID: Source = {
  label: "Twilio SendGrid: warming up an IP address",
  url: "https://www.twilio.com/docs/sendgrid/concepts/reputation/warm-up-ip-addresses",
};

/** The first day's messages of the faster schedule, and by how much each day has more than the one before. */
const FIRST_DAY = 300;
const DAILY = 1.2;
const CAREFUL = ["50 to 100", "200 to 500", "1,000 to 2,000", "5,000 to 10,000"] as const;

/** The number of a day's messages, in round figures. */
function rounded(messages: number): string {
  const step = 10 ** Math.max(1, Math.floor(Math.log10(messages)) - 1);
  return (Math.round(messages / step) * step).toLocaleString("en-US");
}

/** Two published schedules side by side. Neither is a promise: no receiver publishes one. */
export const WARM_UP: {
  readonly weeks: readonly WarmUpWeek[];
  readonly sources: { readonly careful: Source; readonly faster: Source };
} = {
  weeks: CAREFUL.map((careful, i) => ({
    week: i + 1,
    careful,
    faster: rounded(FIRST_DAY * DAILY ** (7 * (i + 1) - 1)),
  })),
  sources: { careful: RESEND, faster: ONESIGNAL },
};

/** Something a receiver says about addresses without history. */
export interface ColdStartFact {
  readonly who: string;
  readonly says: string;
  readonly source: Source;
}

/** What is known of addresses that have not sent before. */
export const COLD_START: readonly ColdStartFact[] = [
  {
    who: "Gmail",
    says: "Start with few messages to people who read them, and rise slowly. Doubling at once may be throttled. From 5,000 messages a day on, SPF, DKIM and DMARC are required.",
    source: GMAIL,
  },
  {
    who: "Microsoft",
    says: "An address that has not sent before has no reputation, so its mail meets more delivery problems at first.",
    source: MICROSOFT,
  },
  {
    who: "T-Online",
    says: "Refuses addresses it does not know (554 None/bad reputation) until their operator has written to its postmaster.",
    source: T_ONLINE,
  },
  {
    who: "Orange",
    says: "Takes at most two connections from an address at once, and 100 messages on each.",
    source: ORANGE,
  },
  {
    who: "In general",
    says: "An address that has sent nothing for 30 days should be warmed up once more.",
    source: SENDGRID,
  },
];
