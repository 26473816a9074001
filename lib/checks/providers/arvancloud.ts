import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const arvanCloud = defineProvider({
  id: "arvancloud",
  name: "ArvanCloud",
  recognise: {},
  guides: [
    {
      panel: [text`The record is made with Terraform's ${"arvancloud_iaas_ptr_record"} resource.`],
      restrictions: [text`For floating IP addresses.`],
      forwardFirst: false,
      source: {
        label: "ArvanCloud's Terraform provider",
        url: "https://github.com/arvancloud/terraform-provider-arvan",
        read: READ,
      },
    },
  ],
});
