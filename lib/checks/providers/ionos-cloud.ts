import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const ionosCloud = defineProvider({
  id: "ionos-cloud",
  name: "IONOS Cloud",
  recognise: {},
  guides: [
    {
      api: [
        "POST https://dns.REGION.ionos.com/reverserecords",
        '{"properties": {"name": "{name}", "ip": "{address}", "description": ""}}',
      ],
      restrictions: [
        text`The A record must exist first.`,
        text`An IPv4 address has to be in a reserved block; an IPv6 address is a single one (/128) inside the VDC's /56.`,
        text`The panel has no field for it: the API is the way.`,
      ],
      forwardFirst: true,
      source: { label: "IONOS Cloud documentation", url: "https://docs.ionos.com/", read: READ },
    },
  ],
});
