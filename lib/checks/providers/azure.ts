import { defineProvider, READ } from "../define/provider.ts";
import { asName } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";

export const azure = defineProvider({
  id: "azure",
  name: "Microsoft Azure",
  recognise: {
    ptr: [/^[a-z][a-z0-9-]{1,62}\.[a-z0-9]+\.cloudapp\.azure\.com$/],
    // Observed as SOA of Azure's reverse zones, also where the PTR was changed.
    zone: [asName("azuredns-cloud.net"), asName("msnhst.microsoft.com")],
    asns: [8075],
  },
  guides: [
    {
      cli: [
        "az network public-ip update --resource-group GROUP --name PUBLIC_IP --dns-name LABEL --reverse-fqdn {name}.",
      ],
      restrictions: [
        text`The name must resolve to this public IP address when it is set, or to a public IP address or cloud name in the same subscription.`,
        text`There is no PTR record until one is set.`,
      ],
      forwardFirst: true,
      source: {
        label: "Reverse DNS for Azure services",
        url: "https://learn.microsoft.com/azure/dns/dns-reverse-dns-for-azure-services",
        read: READ,
      },
    },
  ],
});
