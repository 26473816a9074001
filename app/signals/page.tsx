import type { Metadata } from "next";
import { Doc, Index } from "../../components/catalogue/doc.tsx";
import { StatusGuide } from "../../components/catalogue/status-guide.tsx";
import { GROUP_WORDS, GROUPS } from "../../components/ui/labels.ts";
import { Page } from "../../components/ui/page.tsx";
import { signals } from "../../lib/checks/index.ts";

export const metadata: Metadata = {
  title: "Signals",
  description:
    "Everything Nameplate looks at: what each signal means, how it is judged, who acts on it, how to fix it.",
};

export default function SignalsPage() {
  return (
    <Page search="" at="/signals" narrow>
      <Doc
        title="Signals"
        lead="Everything Nameplate looks at, in the order of a report. There is no score and no grade. Each signal says what was found, and which receivers act on it."
      >
        <StatusGuide />
        {GROUPS.map((group) => {
          const members = signals.filter((signal) => signal.group === group);
          const entries = members.map(({ id, title, why }) => ({ href: `/signals/${id}`, name: title, says: why }));
          return members.length > 0 && <Index key={group} title={GROUP_WORDS[group]} entries={entries} />;
        })}
      </Doc>
    </Page>
  );
}
