import { defineProvider, READ } from "../define/provider.ts";
import { asName } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";

export const aws = defineProvider({
  id: "aws",
  name: "Amazon EC2",
  recognise: {
    ptr: [/^ec2(?:-\d{1,3}){4}\.(?:compute-1|[a-z]{2}(?:-[a-z]+){1,3}-\d\.compute)\.amazonaws\.com(?:\.cn)?$/],
    zone: [asName("amazonaws.com")],
    asns: [16509, 14618],
  },
  guides: [
    {
      product: "Elastic IP addresses",
      where: "EC2 console → Elastic IPs",
      panel: [
        text`In the EC2 console open Network & Security, then Elastic IPs, and select the address.`,
        text`Choose Actions, then Update reverse DNS.`,
        text`Enter the name and type ${"update"} to confirm.`,
      ],
      cli: ["aws ec2 modify-address-attribute --allocation-id ALLOCATION_ID --domain-name {name}"],
      restrictions: [
        text`The A record of the name must already point to the Elastic IP address.`,
        text`Only Elastic IP addresses can have a custom name; automatically assigned ones cannot.`,
        text`While the name is set, the address cannot be released.`,
        text`Outgoing port 25 is closed on EC2 until Amazon removes the limit on request.`,
        text`In GovCloud regions the name is set by request.`,
      ],
      forwardFirst: true,
      source: {
        label: "Amazon EC2 User Guide",
        url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html#Using_Elastic_Addressing_Reverse_DNS",
        read: READ,
      },
    },
  ],
});
