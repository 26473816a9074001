import type { ListResult } from "../facts/lists.ts";
import type { Listings } from "../findings/listings.ts";
import { conclude, readPanel } from "../formats/dnsbl/panel.ts";
import { defineFinding } from "./define.ts";

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
