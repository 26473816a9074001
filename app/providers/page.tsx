import type { Metadata } from "next";
import { Doc, Index } from "../../components/catalogue/doc.tsx";
import { Page } from "../../components/ui/page.tsx";
import { GENERAL, type PtrGuide, providers } from "../../lib/checks/index.ts";

export const metadata: Metadata = {
  title: "How to set a PTR record",
  description:
    "Where reverse DNS is set at each hosting and cloud provider: panel, command, restrictions, and what is checked first.",
};

export default function ProvidersPage() {
  const known = providers.filter(({ guides }) => guides.length > 0);
  return (
    <Page search="" narrow>
      <Doc
        title="How to set a PTR record"
        lead="The holder of the address block sets the PTR record: the hosting company or the internet provider. Your own domain's DNS cannot hold it."
      >
        <p>
          The order is the same everywhere: first the address record of the server’s name, then the PTR record, then the
          EHLO name. A report says who holds the address, and fills these guides in.
        </p>
        <Index
          title="Providers"
          entries={known.map(({ id, name, guides }) => ({ href: `/providers/${id}`, name, says: inShort(guides) }))}
        />
        <Index
          title="Everybody else"
          entries={[
            {
              href: `/providers/${GENERAL}`,
              name: "Any data centre or Internet provider",
              says: "Where to look and what to request. A report has a ticket text ready to send.",
            },
          ]}
        />
      </Doc>
    </Page>
  );
}

const WAYS = [
  ["panel", "panel"],
  ["cli", "command"],
  ["api", "API"],
  ["ticket", "ticket"],
] as const;

/** "By panel or command. Refused unless the forward record is there first." */
function inShort(guides: readonly PtrGuide[]): string {
  const ways = WAYS.flatMap(([way, word]) => (guides.some((guide) => guide[way]) ? [word] : []));
  const list = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(ways);
  const refused = guides.some(({ forwardFirst }) => forwardFirst);
  return `By ${list}.${refused ? " Refused unless the forward record is there first." : ""}`;
}
