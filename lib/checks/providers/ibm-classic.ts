import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const ibmClassic = defineProvider({
  id: "ibm-classic",
  name: "IBM Cloud Classic Infrastructure",
  recognise: {},
  guides: [
    {
      panel: [text`The record is made with Terraform's ${"ibm_dns_reverse_record"} resource.`],
      restrictions: [],
      forwardFirst: false,
      source: {
        label: "IBM provider for Terraform",
        url: "https://github.com/IBM-Cloud/terraform-provider-ibm",
        read: READ,
      },
    },
  ],
});
