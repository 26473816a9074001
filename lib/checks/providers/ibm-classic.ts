import { defineProvider, READ } from "../provider.ts";
import { text } from "../text.ts";

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
