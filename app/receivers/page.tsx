import type { Metadata } from "next";
import { Doc, Index } from "../../components/catalogue/doc.tsx";
import { KIND_WORDS, KINDS } from "../../components/receivers/receiver-labels.ts";
import { Page } from "../../components/ui/page.tsx";
import { receivers } from "../../lib/checks/index.ts";

export const metadata: Metadata = {
  title: "Receivers",
  description:
    "What Gmail, Microsoft, Yahoo, Postfix, Exim, SpamAssassin, Rspamd and others do with a mail server's identity, by the rules they publish.",
};

export default function ReceiversPage() {
  return (
    <Page search="" narrow>
      <Doc
        title="Receivers"
        lead="These are the receivers whose rules about a sender’s identity we have read, and in which version. A report says what each does with mail from a server by these rules. Content and reputation count too, and rules change."
      >
        {KINDS.map((kind) => (
          <Index
            key={kind}
            title={KIND_WORDS[kind]}
            entries={receivers
              .filter((receiver) => receiver.kind === kind)
              .map(({ id, name, setting, source }) => ({
                href: `/receivers/${id}`,
                name,
                says: `${setting ? `${setting}. ` : ""}${source.label}${source.version ? `, ${source.version}` : ""}, read ${source.read}.`,
              }))}
          />
        ))}
      </Doc>
    </Page>
  );
}
