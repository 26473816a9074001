import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Doc, Outcomes } from "../../../components/catalogue/doc.tsx";
import { ActionBadge } from "../../../components/receivers/action-badge.tsx";
import { CONFIDENCE_WORDS, KIND_WORDS, thresholdWords } from "../../../components/receivers/receiver-labels.ts";
import { Page } from "../../../components/ui/page.tsx";
import { RichText, Value } from "../../../components/ui/rich-text.tsx";
import { Section } from "../../../components/ui/section.tsx";
import { exampleRule, type Receiver, receivers } from "../../../lib/checks/index.ts";

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
    <Page search="" narrow>
      <Doc
        crumbs={
          <>
            <a href="/receivers">Receivers</a> · {KIND_WORDS[kind]}
          </>
        }
        title={name}
        lead={setting}
      >
        <p className="text-sm text-ink-2">
          Known as <code>{id}</code> in the API.{" "}
          {thresholds.length > 0 && `By default it ${thresholdWords(thresholds)}.`}
        </p>
        <Outcomes
          title="What it does, by its published rules"
          outcomes={Object.keys(rules).map((code) => {
            const example = exampleRule(receiver, code);
            return {
              code,
              badge: <ActionBadge action={example.action} rule={code} />,
              says: <Example of={example} confidence={rules[code]?.confidence} />,
            };
          })}
        />
        <Section title="Where the rules were read">
          <ul className="list-disc pl-4.5">
            <li>
              <SourceOf source={source} />.
            </li>
            {Object.entries(variants).map(([variant, { source: its }]) => (
              <li key={variant}>
                Known to differ: {variant}. <SourceOf source={its} />.
              </li>
            ))}
          </ul>
        </Section>
      </Doc>
    </Page>
  );
}

/** Where a rule was read, in which version, and on which day. */
function SourceOf({ source }: { readonly source: Receiver["source"] }) {
  const { url, label, version, read } = source;
  return (
    <>
      <a href={url} rel="external noreferrer">
        {label}
      </a>
      {version && `, ${version}`}, read on <time dateTime={read}>{read}</time>
    </>
  );
}

function Example(props: {
  readonly of: ReturnType<typeof exampleRule>;
  readonly confidence: keyof typeof CONFIDENCE_WORDS | undefined;
}) {
  const { says, reply } = props.of;
  return (
    <>
      <p>
        <RichText>{says}</RichText>
      </p>
      {reply && (
        <p className="text-sm">
          <b>Reply:</b> <Value>{reply}</Value>
        </p>
      )}
      {props.confidence && <p className="text-sm text-ink-2">This rule was {CONFIDENCE_WORDS[props.confidence]}.</p>}
    </>
  );
}

async function receiverOf({ params }: Props): Promise<Receiver> {
  const { id } = await params;
  return receivers.find((receiver) => receiver.id === id) ?? notFound();
}
