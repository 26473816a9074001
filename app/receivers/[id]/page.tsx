import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionBadge } from "../../../components/receivers/action-badge.tsx";
import { CONFIDENCE_WORDS, KIND_WORDS, thresholdWords } from "../../../components/receivers/receiver-labels.ts";
import { Page } from "../../../components/ui/page.tsx";
import { RichText, Value } from "../../../components/ui/rich-text.tsx";
import { exampleRule } from "../../../lib/checks/example-rule.ts";
import type { Receiver } from "../../../lib/checks/receiver.ts";
import { receivers } from "../../../lib/checks/receivers/index.ts";

type Props = PageProps<"/receivers/[id]">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, setting } = await receiverOf(props);
  const what = setting ? `${name} (${setting})` : name;
  return { title: what, description: `What ${what} does with a mail server's identity, by the rules it publishes.` };
}

/** One receiver's rules, out of the registry: the words are the very ones reports use. */
export default async function ReceiverPage(props: Props) {
  const receiver = await receiverOf(props);
  const { id, name, kind, setting, source, thresholds = [], rules, variants = {} } = receiver;
  return (
    <Page search="">
      <article className="prose">
        <p className="crumbs">
          <a href="/receivers">Receivers</a> · {KIND_WORDS[kind]}
        </p>
        <h1>{name}</h1>
        {setting && <p className="lead">{setting}</p>}
        <p className="quiet">
          Known as <code>{id}</code> in the API.{" "}
          {thresholds.length > 0 && `By default it ${thresholdWords(thresholds)}.`}
        </p>
        <h2 className="label">What it does, by its published rules</h2>
        <ul className="card outcomes">
          {Object.keys(rules).map((code) => (
            <RuleItem key={code} receiver={receiver} code={code} />
          ))}
        </ul>
        <h2 className="label">Where the rules were read</h2>
        <ul>
          <li>
            <a href={source.url} rel="external noreferrer">
              {source.label}
            </a>
            {source.version && `, ${source.version}`}, read {source.read}.
          </li>
          {Object.entries(variants).map(([variant, { source: its }]) => (
            <li key={variant}>
              Known to differ: {variant}
              {its.version && its.version !== source.version && !variant.includes(its.version) && ` (${its.version})`}.
            </li>
          ))}
        </ul>
      </article>
    </Page>
  );
}

function RuleItem({ receiver, code }: { readonly receiver: Receiver; readonly code: string }) {
  const { action, says, reply } = exampleRule(receiver, code);
  const confidence = receiver.rules[code]?.confidence;
  return (
    <li id={code}>
      <ActionBadge action={action} />
      <div>
        <h3>
          <code>{code}</code>
        </h3>
        <p>
          <RichText>{says}</RichText>
        </p>
        {reply && (
          <p>
            <b>Reply:</b> <Value>{reply}</Value>
          </p>
        )}
        {confidence && <p className="quiet">This rule was {CONFIDENCE_WORDS[confidence]}.</p>}
      </div>
    </li>
  );
}

async function receiverOf({ params }: Props): Promise<Receiver> {
  const { id } = await params;
  return receivers.find((receiver) => receiver.id === id) ?? notFound();
}
