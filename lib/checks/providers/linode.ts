import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const linode = defineProvider({
  id: "linode",
  name: "Linode (Akamai)",
  recognise: {
    ptr: [/^\d{1,3}(?:-\d{1,3}){3}\.ip\.linodeusercontent\.com$/, /^li\d{1,5}-\d{1,3}\.members\.linode\.com$/],
    asns: [63949],
  },
  guides: [
    {
      where: "Linode → Network",
      panel: [text`Open the Linode, then the Network tab.`, text`Choose Edit RDNS beside the address.`],
      cli: ["linode-cli networking ip-update {address} --rdns {name}"],
      restrictions: [
        text`The A or AAAA record of the name must already resolve to the address.`,
        text`Ports 25, 465 and 587 are blocked on new accounts until a ticket opens them.`,
      ],
      forwardFirst: true,
      source: { label: "linode-cli", url: "https://github.com/linode/linode-cli", read: READ },
    },
  ],
});
