import type { FactName } from "../facts.ts";
import { dnsbl, dnswl, nameLists } from "./dnsbl.ts";
import type { Gatherer } from "./gatherer.ts";
import { hostAddresses } from "./host-addresses.ts";
import { mailNames } from "./mail-names.ts";
import { senderNames } from "./sender-names.ts";
import { smtp } from "./smtp-session.ts";

/** How each fact is gathered. Facts that are not here come with the subject. */
export const gatherers: Readonly<Partial<{ [K in FactName]: Gatherer<K> }>> = {
  dnsbl,
  dnswl,
  hostAddresses,
  mailNames,
  nameLists,
  senderNames,
  smtp,
};
