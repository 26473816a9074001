import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const digitalOcean = defineProvider({
  id: "digitalocean",
  name: "DigitalOcean",
  recognise: { asns: [14061] },
  guides: [
    {
      where: "the Droplet's name",
      panel: [text`Rename the Droplet to the full host name: the PTR record follows the Droplet's name.`],
      cli: ["doctl compute droplet-action rename DROPLET_ID --droplet-name {name}"],
      restrictions: [
        text`The PTR record exists only while the Droplet's name is a fully qualified host name.`,
        text`With IPv6 only the first address of the Droplet's /124 has one.`,
        text`Ports 25, 465 and 587 are blocked on new accounts.`,
      ],
      forwardFirst: false,
      source: { label: "DigitalOcean's doctl", url: "https://github.com/digitalocean/doctl", read: READ },
    },
  ],
});
