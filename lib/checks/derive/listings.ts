import { conclude, type Panel, type PanelConclusion, readPanel } from "../dnsbl/panel.ts";
import type { ListResult } from "../facts/lists.ts";
import { defineFinding } from "./define.ts";

/** What a panel of lists says, and what that comes to. */
export interface Listings {
  readonly panel: Panel;
  readonly conclusion: PanelConclusion;
}

function listingsOf(results: readonly ListResult[]): Listings {
  const panel = readPanel(results);
  return { panel, conclusion: conclude(panel) };
}

export const addressListings = defineFinding<"addressListings">()({
  needs: ["dnsbl"],
  derive: ({ dnsbl }) => listingsOf(dnsbl),
});

export const allowListings = defineFinding<"allowListings">()({
  needs: ["dnswl"],
  derive: ({ dnswl }) => listingsOf(dnswl),
});

export const nameListings = defineFinding<"nameListings">()({
  needs: ["nameLists"],
  derive: ({ nameLists }) => listingsOf(nameLists.results),
});
