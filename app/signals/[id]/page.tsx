import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Doc, Outcomes, References } from "../../../components/catalogue/doc.tsx";
import { StatusBadge } from "../../../components/ui/badge.tsx";
import { GROUP_WORDS, SCOPE_WORDS } from "../../../components/ui/labels.ts";
import { Page } from "../../../components/ui/page.tsx";
import { Party } from "../../../components/ui/party.tsx";
import { RichText } from "../../../components/ui/rich-text.tsx";
import { Section } from "../../../components/ui/section.tsx";
import { exampleOutcome, type Signal, signals } from "../../../lib/checks/index.ts";

type Props = PageProps<"/signals/[id]">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, why } = await signalOf(props);
  return { title, description: why };
}

/** What a signal is, out of the registry: the words are the very ones reports use. */
export default async function SignalPage(props: Props) {
  const signal = await signalOf(props);
  const { id, title, why, group, scopes, references, outcomes } = signal;
  const about = scopes.flatMap((scope) => SCOPE_WORDS[scope]?.toLowerCase() ?? []);
  return (
    <Page search="" at="/signals" narrow>
      <Doc
        crumbs={
          <>
            <a href="/signals">Signals</a> · {GROUP_WORDS[group]}
          </>
        }
        title={title}
        lead={why}
      >
        <p className="text-sm text-ink-2">
          Known as <code>{id}</code> in the API.{about.length > 0 && ` Judged for: ${about.join(", ")}.`}
        </p>
        <Outcomes
          title="How it is judged"
          outcomes={Object.keys(outcomes).map((code) => {
            const example = exampleOutcome(signal, code);
            return { code, badge: <StatusBadge status={example.status} />, says: <Example of={example} /> };
          })}
        />
        {references.length > 0 && (
          <Section title="References">
            <References links={references} />
          </Section>
        )}
      </Doc>
    </Page>
  );
}

function Example({ of: { says, fix, whoCares } }: { readonly of: ReturnType<typeof exampleOutcome> }) {
  return (
    <>
      <p>
        <RichText>{says}</RichText>
      </p>
      {fix && (
        <p className="text-sm">
          <b>Fix:</b> <RichText>{fix.does}</RichText> Who: <Party who={fix.who} />
        </p>
      )}
      {whoCares && (
        <p className="text-sm">
          <b>Receivers that act on it:</b> <RichText>{whoCares}</RichText>
        </p>
      )}
    </>
  );
}

async function signalOf({ params }: Props): Promise<Signal> {
  const { id } = await params;
  return signals.find((signal) => signal.id === id) ?? notFound();
}
