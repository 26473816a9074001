import { fillCommand, fillRequest, type PtrGuide } from "../../define/provider.ts";
import type { Text } from "../../net/safe-text.ts";
import { generalGuides } from "../../providers/general.ts";
import { providers } from "../../providers/index.ts";
import type { Remedy } from "../../report/report.ts";
import { PLACEHOLDER } from "./records.ts";

/** The page for those whose provider we do not know. */
export const GENERAL = "general";

/** How the PTR record is set at one provider, with a report's own values in it. */
export interface Guide {
  readonly id: string;
  readonly name: string;
  /** The page with the same in full, filled in likewise. */
  readonly path: string;
  readonly ways: readonly FilledGuide[];
}

export interface GuideValues {
  readonly address: string;
  readonly name: string;
}

/** A way to set it, ready to copy. */
export interface FilledGuide extends Omit<PtrGuide, "cli" | "api" | "panel"> {
  readonly panel: readonly Text[];
  readonly cli: readonly string[];
  readonly api: readonly string[];
}

/** The guide of a provider by its id; the general one for providers without any, and for `general`. Undefined: no such provider. */
export function guideOf(id: string, values: GuideValues): Omit<Guide, "path"> | undefined {
  const provider = providers.find((one) => one.id === id);
  if (!provider && id !== GENERAL) return undefined;
  const own = provider && provider.guides.length > 0;
  return {
    id,
    name: provider?.name ?? "a data centre or an Internet provider",
    ways: (own ? provider.guides : generalGuides).map((guide) => filled(guide, values)),
  };
}

/** The guide for whoever holds the reverse zone of a report's server. */
export function guideFor(remedy: Remedy): Guide {
  const { address, owners } = remedy;
  const id = owners.ptr.evidence.provider?.[0] ?? GENERAL;
  const values = { address, name: remedy.wanted?.name ?? PLACEHOLDER };
  // A provider may have been taken out of the registry since.
  const guide = guideOf(id, values) ?? guideOf(GENERAL, values);
  if (!guide) throw new Error("there is no general guide");
  const query = new URLSearchParams({ address, ...(remedy.wanted ? { name: remedy.wanted.name } : {}) });
  // Commands with a name that nobody chose are none to copy.
  const ways = remedy.wanted ? guide.ways : guide.ways.map((way) => ({ ...way, cli: [], api: [] }));
  return { ...guide, ways, path: `/providers/${guide.id}?${query}` };
}

const filled = ({ panel = [], cli = [], api = [], ...guide }: PtrGuide, values: GuideValues): FilledGuide => ({
  ...guide,
  panel,
  cli: cli.map((command) => fillCommand(command, values)),
  api: api.map((line) => fillRequest(line, values)),
});
