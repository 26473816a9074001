import type { Signal } from "../define/signal.ts";
import { bimi } from "./bimi.ts";
import { caa } from "./caa.ts";
import { certificateName } from "./certificate-name.ts";
import { certificateTrust } from "./certificate-trust.ts";
import { dane } from "./dane.ts";
import { date } from "./date.ts";
import { delegationMatch } from "./delegation-match.ts";
import { dkimKeys } from "./dkim-keys.ts";
import { dkimSignature } from "./dkim-signature.ts";
import { dmarc } from "./dmarc.ts";
import { dmarcAlignment } from "./dmarc-alignment.ts";
import { dmarcReports } from "./dmarc-reports.ts";
import { dnsbl } from "./dnsbl.ts";
import { dnsblDomain } from "./dnsbl-domain.ts";
import { dnswl } from "./dnswl.ts";
import { ehloName } from "./ehlo-name.ts";
import { fcrdns } from "./fcrdns.ts";
import { genericPtr } from "./generic-ptr.ts";
import { greetingName } from "./greeting-name.ts";
import { heloSpf } from "./helo-spf.ts";
import { hostAddresses } from "./host-addresses.ts";
import { ipv6Parity } from "./ipv6-parity.ts";
import { listUnsubscribe } from "./list-unsubscribe.ts";
import { messageId } from "./message-id.ts";
import { mtaSts } from "./mta-sts.ts";
import { mx } from "./mx.ts";
import { network } from "./network.ts";
import { ptrHostname } from "./ptr-hostname.ts";
import { resolverAgreement } from "./resolver-agreement.ts";
import { reverseAuthority } from "./reverse-authority.ts";
import { reverseDelegation } from "./reverse-delegation.ts";
import { reverseDns } from "./reverse-dns.ts";
import { reverseDnssec } from "./reverse-dnssec.ts";
import { roleMailboxes } from "./role-mailboxes.ts";
import { sendingEhlo } from "./sending-ehlo.ts";
import { sendingTls } from "./sending-tls.ts";
import { sharedSender } from "./shared-sender.ts";
import { singlePtr } from "./single-ptr.ts";
import { smtpReachable } from "./smtp-reachable.ts";
import { spf } from "./spf.ts";
import { spfBreadth } from "./spf-breadth.ts";
import { spfRecord } from "./spf-record.ts";
import { spfSenders } from "./spf-senders.ts";
import { starttls } from "./starttls.ts";
import { tlsRpt } from "./tls-rpt.ts";
import { zoneDnssec } from "./zone-dnssec.ts";

/** Every signal, in the order of the scorecard. A new signal is one file and one line here. */
export const signals: readonly Signal[] = [
  hostAddresses,
  reverseDns,
  singlePtr,
  ptrHostname,
  genericPtr,
  fcrdns,
  ipv6Parity,
  resolverAgreement,
  reverseAuthority,
  reverseDnssec,
  smtpReachable,
  greetingName,
  ehloName,
  sendingEhlo,
  sendingTls,
  starttls,
  certificateName,
  certificateTrust,
  spf,
  spfRecord,
  spfSenders,
  spfBreadth,
  heloSpf,
  dkimKeys,
  dmarc,
  dmarcReports,
  mx,
  zoneDnssec,
  dnsbl,
  dnsblDomain,
  dnswl,
  reverseDelegation,
  delegationMatch,
  network,
  sharedSender,
  roleMailboxes,
  mtaSts,
  dane,
  caa,
  tlsRpt,
  bimi,
  dkimSignature,
  dmarcAlignment,
  messageId,
  date,
  listUnsubscribe,
];
