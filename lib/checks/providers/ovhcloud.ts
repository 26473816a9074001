import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const ovhcloud = defineProvider({
  id: "ovhcloud",
  name: "OVHcloud",
  recognise: {
    ptr: [/^vps-[0-9a-f]{8}\.vps\.ovh\.(?:net|ca|us)$/, /^ip\d{1,3}\.ip(?:-\d{1,3}){3}\.(?:eu|net)$/],
    asns: [16276],
  },
  guides: [
    {
      where: "Control Panel → Public IP Addresses",
      panel: [
        text`In the Control Panel open Network, then Public IP Addresses.`,
        text`Open the menu (…) of the address and choose Modify the reverse DNS.`,
      ],
      api: ["POST /ip/{address}/reverse", '{"ipReverse": "{address}", "reverse": "{name}."}'],
      restrictions: [text`The forward record must already resolve to the address, otherwise the change is refused.`],
      forwardFirst: true,
      source: {
        label: "OVHcloud's Terraform provider",
        url: "https://github.com/ovh/terraform-provider-ovh",
        read: READ,
      },
    },
  ],
});
