import type { Receiver } from "../define/receiver.ts";
import { family, type IpAddress } from "../net/address.ts";
import { apple } from "./apple.ts";
import { comcast } from "./comcast.ts";
import { eximDnsbl } from "./exim-dnsbl.ts";
import { eximHelo } from "./exim-helo.ts";
import { eximReverse } from "./exim-reverse.ts";
import { fastmail } from "./fastmail.ts";
import { gmail } from "./gmail.ts";
import { gmx } from "./gmx.ts";
import { haraka } from "./haraka.ts";
import { microsoftIpv4 } from "./microsoft-ipv4.ts";
import { microsoftIpv6 } from "./microsoft-ipv6.ts";
import { orange } from "./orange.ts";
import { postfixClient } from "./postfix-client.ts";
import { postfixDnsbl } from "./postfix-dnsbl.ts";
import { postfixHelo } from "./postfix-helo.ts";
import { postfixReverseClient } from "./postfix-reverse-client.ts";
import { rspamd } from "./rspamd.ts";
import { sendmail } from "./sendmail.ts";
import { spamassassin } from "./spamassassin.ts";
import { stalwart } from "./stalwart.ts";
import { tOnline } from "./t-online.ts";
import { yahoo } from "./yahoo.ts";

/** Every receiver: the mailbox providers, the best known first, then the programs. A new one is one file and one line here. */
export const receivers: readonly Receiver[] = [
  gmail,
  microsoftIpv4,
  microsoftIpv6,
  yahoo,
  apple,
  gmx,
  tOnline,
  orange,
  comcast,
  fastmail,
  postfixClient,
  postfixReverseClient,
  postfixHelo,
  postfixDnsbl,
  eximReverse,
  eximHelo,
  eximDnsbl,
  sendmail,
  haraka,
  spamassassin,
  rspamd,
  stalwart,
];

/** The receivers that have rules for senders of this address's family. */
export const receiversFor = (address: IpAddress): readonly Receiver[] =>
  receivers.filter((receiver) => receiver.family === undefined || receiver.family === family(address));
