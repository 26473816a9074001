import type { Panel, PanelConclusion } from "../formats/dnsbl/panel.ts";

/** What a panel of lists says, and what that comes to. */
export interface Listings {
  readonly panel: Panel;
  readonly conclusion: PanelConclusion;
}
