import type { FactName } from "../facts/facts.ts";
import { bimi } from "./bimi.ts";
import { caa } from "./caa.ts";
import { dane } from "./dane.ts";
import { dkim } from "./dkim.ts";
import { dmarc } from "./dmarc.ts";
import { dnsbl, dnswl, nameLists } from "./dnsbl.ts";
import { ehloElsewhere } from "./ehlo-elsewhere.ts";
import type { Gatherer } from "./gatherer.ts";
import { hostAddresses } from "./host-addresses.ts";
import { forwardZone, intendedHost, ptrNameZone } from "./intended-hostname.ts";
import { mailNames } from "./mail-names.ts";
import { mtaSts } from "./mta-sts.ts";
import { mx } from "./mx.ts";
import { mxSessions } from "./mx-sessions.ts";
import { network } from "./network.ts";
import { now } from "./now.ts";
import { ptrDomainMail } from "./ptr-domain-mail.ts";
import { resolverViews } from "./resolver-views.ts";
import { forward, reverse } from "./reverse.ts";
import { reverseAuthority } from "./reverse-authority.ts";
import { reverseZone } from "./reverse-zone.ts";
import { siblings } from "./siblings.ts";
import { smtp } from "./smtp-session.ts";
import { heloSpf, spf, spfRecord, spfSenders } from "./spf/spf.ts";
import { tlsReporting } from "./tls-reporting.ts";
import { validation } from "./validation.ts";
import { zoneSecurity } from "./zone-security.ts";

/** How each fact is gathered. Facts that are not here come with the subject. */
export const gatherers: Readonly<Partial<{ [K in FactName]: Gatherer<K> }>> = {
  bimi,
  caa,
  dane,
  dkim,
  dmarc,
  mtaSts,
  mx,
  mxSessions,
  tlsReporting,
  dnsbl,
  dnswl,
  hostAddresses,
  forward,
  ehloElsewhere,
  mailNames,
  now,
  reverse,
  reverseZone,
  intendedHost,
  forwardZone,
  ptrNameZone,
  reverseAuthority,
  resolverViews,
  ptrDomainMail,
  zoneSecurity,
  validation,
  network,
  nameLists,
  spf,
  heloSpf,
  spfRecord,
  spfSenders,
  siblings,
  smtp,
};
