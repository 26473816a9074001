import type { ZoneDeclaration } from "./dns-zones.ts";
import { goingIntoService } from "./internet/going-into-service.ts";
import { encryption, greetings, reaching } from "./internet/greeting.ts";
import { hosts } from "./internet/hosts.ts";
import { identity } from "./internet/identity.ts";
import { lists, listZones } from "./internet/lists.ts";
import { owners } from "./internet/owners.ts";
import { pools } from "./internet/pools.ts";
import { receiving } from "./internet/receiving.ts";
import { oddNames, reverse } from "./internet/reverse.ts";
import type { Sample, Section } from "./internet/sample.ts";
import { dkim, dmarc, spf } from "./internet/senders.ts";
import { trouble } from "./internet/trouble.ts";
import { groundZones } from "./internet/zones.ts";

/**
 * The small internet: what exists in it. `internet/zones.ts` is the ground, one file beside it for each kind of sample;
 * `world.ts` brings it to life.
 */
export const sections: readonly Section[] = [
  identity,
  goingIntoService,
  hosts,
  reverse,
  oddNames,
  owners,
  pools,
  trouble,
  greetings,
  reaching,
  encryption,
  spf,
  dkim,
  dmarc,
  receiving,
  lists,
];

export const samples: readonly Sample[] = sections.flatMap((section) => section.samples);

/** The zones that are there whatever the samples: the ground and the lists. */
export const ground: readonly ZoneDeclaration[] = [...groundZones, ...listZones];

/** All zones: the ground, and what samples bring along. */
export const zoneDeclarations: readonly ZoneDeclaration[] = [...ground, ...samples.flatMap(({ zones = [] }) => zones)];

/** The sample with this id. Throws where there is none: a misspelt id is a fault of ours. */
export function sample(id: string): Sample {
  const found = samples.find((one) => one.id === id);
  if (!found) throw new Error(`no sample is called ${id}`);
  return found;
}
