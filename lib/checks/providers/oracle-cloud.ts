import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const oracleCloud = defineProvider({
  id: "oracle-cloud",
  name: "Oracle Cloud Infrastructure",
  recognise: { asns: [31898] },
  guides: [
    {
      ticket: text`Open a service request with Oracle's support that names the address and the host name.`,
      restrictions: [text`The A or AAAA record of the name must exist first.`, text`One name for each address.`],
      forwardFirst: true,
      source: { label: "Oracle Cloud documentation", url: "https://docs.oracle.com/en-us/iaas/", read: READ },
    },
  ],
});
