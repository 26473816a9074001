import { defineProvider, READ } from "../define/provider.ts";
import { text } from "../net/safe-text.ts";

export const googleCloud = defineProvider({
  id: "google-cloud",
  name: "Google Cloud",
  relay: true,
  recognise: { ptr: [/^(?:\d{1,3}\.){4}bc\.googleusercontent\.com$/], asns: [396982] },
  guides: [
    {
      where: "VM → network interface",
      panel: [
        text`Open the VM and choose Edit, then the network interface.`,
        text`Under External IP turn on "Public DNS PTR record" and enter the name.`,
      ],
      cli: ["gcloud compute instances update-access-config VM --zone ZONE --public-ptr --public-ptr-domain={name}."],
      restrictions: [
        text`You must have verified ownership of the domain in Search Console with the same account.`,
        text`Only the primary network interface of a VM can have one; load balancers and Cloud NAT cannot.`,
        text`Outgoing port 25 is always blocked: mail has to leave through a relay on another port.`,
      ],
      forwardFirst: false,
      source: {
        label: "Compute Engine: create a PTR record",
        url: "https://cloud.google.com/compute/docs/instances/create-ptr-record",
        read: READ,
      },
    },
  ],
});
