import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GROUP_WORDS, SCOPE_WORDS } from "../../../components/ui/labels.ts";
import { Page } from "../../../components/ui/page.tsx";
import { Party } from "../../../components/ui/party.tsx";
import { RichText } from "../../../components/ui/rich-text.tsx";
import { StatusBadge } from "../../../components/ui/status-badge.tsx";
import { exampleOutcome } from "../../../lib/checks/example-outcome.ts";
import type { Signal } from "../../../lib/checks/signal.ts";
import { signals } from "../../../lib/checks/signals/index.ts";

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
    <Page search="">
      <article className="prose">
        <p className="crumbs">
          <a href="/signals">Signals</a> · {GROUP_WORDS[group]}
        </p>
        <h1>{title}</h1>
        <p className="lead">{why}</p>
        <p className="quiet">
          Known as <code>{id}</code> in the API.{about.length > 0 && ` Judged for: ${about.join(", ")}.`}
        </p>
        <h2 className="label">How it is judged</h2>
        <ul className="card outcomes">
          {Object.keys(outcomes).map((code) => (
            <OutcomeItem key={code} signal={signal} code={code} />
          ))}
        </ul>
        {references.length > 0 && (
          <>
            <h2 className="label">References</h2>
            <ul className="links">
              {references.map(({ label, url }) => (
                <li key={url}>
                  <a href={url} rel="external noreferrer">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </article>
    </Page>
  );
}

function OutcomeItem({ signal, code }: { readonly signal: Signal; readonly code: string }) {
  const { status, says, fix, whoCares } = exampleOutcome(signal, code);
  return (
    <li id={code}>
      <StatusBadge status={status} />
      <div>
        <h3>
          <code>{code}</code>
        </h3>
        <p>
          <RichText>{says}</RichText>
        </p>
        {fix && (
          <p>
            <b>Fix:</b> <RichText>{fix.does}</RichText> Who: <Party who={fix.who} />
          </p>
        )}
        {whoCares && (
          <p>
            <b>Who cares:</b> <RichText>{whoCares}</RichText>
          </p>
        )}
      </div>
    </li>
  );
}

async function signalOf({ params }: Props): Promise<Signal> {
  const { id } = await params;
  return signals.find((signal) => signal.id === id) ?? notFound();
}
