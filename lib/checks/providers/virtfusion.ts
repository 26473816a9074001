import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

/** The control panel of many small hosts rather than a network: it is chosen by the reader, never recognised. */
export const virtfusion = defineProvider({
  id: "virtfusion",
  name: "A host that uses VirtFusion",
  recognise: {},
  guides: [
    {
      api: ["PUT /connectivity/ipv4/rdns", '{"address": "{address}", "ptr": "{name}"}'],
      restrictions: [text`Needs VirtFusion 7.1.0 or newer.`],
      forwardFirst: false,
      source: { label: "VirtFusion documentation", url: "https://docs.virtfusion.com/", read: READ },
    },
  ],
});
