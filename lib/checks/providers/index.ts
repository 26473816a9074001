import { type Provider, type ProviderClues, type RecognisedProvider, recogniseAmong } from "../define/provider.ts";
import type { DomainName } from "../net/domain-name.ts";
import { alibabaCloud } from "./alibaba-cloud.ts";
import { arvanCloud } from "./arvancloud.ts";
import { aws } from "./aws.ts";
import { azure } from "./azure.ts";
import { contabo } from "./contabo.ts";
import { digitalOcean } from "./digitalocean.ts";
import { exoscale } from "./exoscale.ts";
import { godaddy } from "./godaddy.ts";
import { googleCloud } from "./google-cloud.ts";
import { hetzner } from "./hetzner.ts";
import { huaweiCloud } from "./huawei-cloud.ts";
import { ibmClassic } from "./ibm-classic.ts";
import { ionosCloud } from "./ionos-cloud.ts";
import { kagoya } from "./kagoya.ts";
import { limaCity } from "./lima-city.ts";
import { linode } from "./linode.ts";
import { oracleCloud } from "./oracle-cloud.ts";
import { ovhcloud } from "./ovhcloud.ts";
import { quadranet } from "./quadranet.ts";
import { rackspace } from "./rackspace.ts";
import { scaleway } from "./scaleway.ts";
import { serverUa } from "./server-ua.ts";
import { uolDiveo } from "./uol-diveo.ts";
import { upcloud } from "./upcloud.ts";
import { virtfusion } from "./virtfusion.ts";
import { vultr } from "./vultr.ts";

/** Every provider, by name. A new provider is one file and one line here. */
export const providers: readonly Provider[] = [
  alibabaCloud,
  aws,
  arvanCloud,
  contabo,
  digitalOcean,
  exoscale,
  godaddy,
  googleCloud,
  hetzner,
  huaweiCloud,
  ibmClassic,
  ionosCloud,
  kagoya,
  limaCity,
  linode,
  azure,
  oracleCloud,
  ovhcloud,
  quadranet,
  rackspace,
  scaleway,
  serverUa,
  uolDiveo,
  upcloud,
  virtfusion,
  vultr,
];

/** Whose customer the address belongs to, as far as names and networks tell. */
export const recogniseProvider = (clues: ProviderClues): RecognisedProvider | undefined =>
  recogniseAmong(providers, clues);

/** The provider that gives such names to addresses nobody named. */
export const providerOfDefaultName = (name: DomainName): Provider | undefined =>
  recogniseAmong(providers, { ptrNames: [name] })?.provider;
