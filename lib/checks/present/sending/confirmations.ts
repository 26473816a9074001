import { type Text, text } from "../../net/safe-text.ts";
import { bindConfigs, type Config, greetingConfigs, ipv4Configs } from "../plan/greeting-config.ts";
import type { SendingAs } from "./sending-input.ts";

/** Something that cannot be seen from outside. */
export interface Confirmation {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: Text;
  readonly says: Text;
  /** How it is set in some programs. */
  readonly configs?: readonly Config[];
}

/** What only the operator can confirm before an address goes into service. */
export function confirmations({
  from,
  name,
  selectors,
  ipv6Off,
  addresses,
}: SendingAs & { ipv6Off?: boolean; addresses: readonly string[] }): readonly Confirmation[] {
  const [only] = addresses;
  return [
    {
      id: "leaves-from",
      title: text`Mail leaves from ${addresses.slice(0, 4)}${addresses.length > 4 ? text` and the others` : []}`,
      says: text`A server with several addresses may send from another one than it receives on. NAT may change it, too.`,
      ...(addresses.length === 1 && only ? { configs: bindConfigs(only) } : {}),
    },
    {
      id: "ehlo-sent",
      title: name
        ? text`The EHLO name is ${name} when the server sends`
        : text`The EHLO name is right when the server sends`,
      says: text`A server may say another name when it sends. The Received line that a receiver adds to your message shows it.`,
      ...(name ? { configs: greetingConfigs(name) } : {}),
    },
    ...(ipv6Off
      ? [
          {
            id: "ipv4-only",
            title: text`The server sends over IPv4 only`,
            says: text`Without an AAAA record it can still connect over IPv6. Its sending clients have to be told.`,
            configs: ipv4Configs,
          },
        ]
      : []),
    {
      id: "port-25-out",
      title: text`The provider lets mail out on port 25`,
      says: text`Many providers close port 25 for new customers until they are asked.`,
    },
    {
      id: "signs",
      title: from ? text`Every message is signed with d=${from}` : text`Every message is signed`,
      says: text`${selectors.length > 0 ? text`With the selector ${selectors}. ` : []}Programs and forms that send past the signing server are easily forgotten.`,
    },
    {
      id: "mail-from",
      title: from ? text`MAIL FROM is in ${from}` : text`MAIL FROM is in the sending domain`,
      says: text`Only then SPF aligns with the From field. DMARC asks for that, or for an aligned DKIM signature.`,
    },
    {
      id: "rate-limits",
      title: text`Rate limits for each receiver are set`,
      says: text`Few connections at once, few messages on each. Deferred mail waits longer each time.`,
    },
    {
      id: "logging",
      title: text`The log shows address, receiver and reply of each delivery`,
      says: text`Keep it for some weeks: without it a refusal cannot be traced to an address.`,
    },
    {
      id: "warm-up",
      title: text`Volume rises over weeks`,
      says: text`An address without history is trusted with little. The table below has figures and their sources.`,
    },
    {
      id: "role-mailboxes",
      title: from
        ? text`A person reads ${`postmaster@${from}`} and ${`abuse@${from}`}`
        : text`A person reads postmaster and abuse`,
      says: text`Receivers and blocklist operators write there (RFC 2142). We never test whether a mailbox exists.`,
    },
    {
      id: "feedback",
      title: text`Feedback is signed up for`,
      says: text`Google Postmaster Tools, Microsoft SNDS and JMRP, Yahoo's Complaint Feedback Loop.`,
    },
  ];
}
