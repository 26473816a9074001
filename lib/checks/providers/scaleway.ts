import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const scaleway = defineProvider({
  id: "scaleway",
  name: "Scaleway",
  recognise: {
    ptr: [
      /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|scw-[0-9a-z-]{1,40})(?:\.pub)?\.instances\.scw\.cloud$/,
      /^\d{1,3}(?:-\d{1,3}){3}\.rev\.poneytelecom\.eu$/,
    ],
    asns: [12876],
  },
  guides: [
    {
      product: "Instances",
      where: "Console → Flexible IPs",
      panel: [
        text`Open Instances, then Flexible IPs.`,
        text`Open the menu (…) of the address and choose Edit reverse.`,
      ],
      restrictions: [
        text`The A record of the name is required first.`,
        text`Ports 25, 465 and 587 stay closed until the identity check is done and "Enable SMTP" is set in the security group.`,
      ],
      forwardFirst: true,
      source: { label: "Scaleway documentation", url: "https://www.scaleway.com/en/docs/", read: READ },
    },
  ],
});
