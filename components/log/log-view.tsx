import type { ReactNode } from "react";
import { messagesCsv, readingsCsv } from "../../lib/inbound/log/csv.ts";
import type { LogText } from "../../lib/inbound/log/reading.ts";
import {
  causeSteps,
  countsOf,
  headlineOf,
  type Meant,
  receiverSentences,
  type SeenAddress,
  seenAddresses,
  strangeNames,
  tableOf,
} from "../../lib/inbound/log/table.ts";
import { HiddenFields } from "../forms/hidden-fields.tsx";
import { PlanSteps } from "../plan/plan-step.tsx";
import { Answer } from "../report/answer.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { each } from "../ui/in-place.tsx";
import { counted } from "../ui/labels.ts";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { LogStep } from "./log-step.tsx";
import { LogTable } from "./log-table.tsx";
import { SendAsMeant } from "./send-as-meant.tsx";

/** As many addresses as have a card of their own; the table has all. */
const MOST_ADDRESSES = 24;
/** As much as is put into a page for taking along, in UTF-16 code units. */
const MOST_DOWNLOAD = 30_000;

/** What a pasted log says: who accepted, who refused what from which address, and who must act. */
export function LogView(props: {
  readonly log: Pick<LogText, "readings" | "unread" | "lines" | "programs"> & Partial<Pick<LogText, "messages">>;
  readonly meant: Meant;
  /** The table in the form in which `/log/keep` takes it; undefined where it is too large for a page. */
  readonly keep?: string | undefined;
  /** Of one that is kept: its files, and what stands below it. */
  readonly files?: ReactNode;
  readonly kept?: ReactNode;
}) {
  const { log, meant, keep, files, kept } = props;
  const { messages = [] } = log;
  const rows = tableOf(log.readings);
  const counts = countsOf(rows);
  const seen = seenAddresses(rows, meant);
  const { unresolved = [], unanswered = [] } = meant;
  const absent = unresolved.filter((name) => !unanswered.includes(name));
  const steps = causeSteps(log.readings, rows);
  const tone = counts.refused > 0 ? "fail" : counts.deferred > 0 ? "warn" : counts.accepted > 0 ? "pass" : "unknown";
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>Mail came back</h1>
        <div className="flex flex-wrap gap-2 print:hidden">
          {files ?? (
            <Download text={readingsCsv(log.readings)} name="deliveries.csv">
              Table as CSV
            </Download>
          )}
          <Download text={messages.length > 0 ? messagesCsv(messages) : ""} name="message-ids.csv">
            Message IDs as CSV
          </Download>
          <ButtonLink primary href="/bounce">
            Paste another
          </ButtonLink>
        </div>
      </div>
      <Answer
        tone={tone}
        title={headlineOf(rows)}
        foot={
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2" aria-label="Recipients">
            <Count tone="fail" n={counts.refused} word="refused" />
            <Count tone="warn" n={counts.deferred} word="deferred" />
            <Count tone="pass" n={counts.accepted} word="accepted" />
            <Count tone="skipped" n={log.unread} word={log.unread === 1 ? "line not read" : "lines not read"} />
          </ul>
        }
      >
        {summary(log, meant, seen)}
        {absent.length > 0 && (
          <>
            {" "}
            No address was found for <Value>{absent.join(", ")}</Value>.
          </>
        )}
        {unanswered.length > 0 && (
          <>
            {" "}
            Not all addresses of <Value>{unanswered.join(", ")}</Value> could be looked up.
          </>
        )}
      </Answer>
      {rows.length > 0 && (
        <Section title="By receiver">
          <ul className="card columns-2 gap-x-8 px-5 py-3 text-sm max-md:columns-1 max-md:px-4">
            {each(receiverSentences(rows, 12), (sentence) => (
              <li>
                <Value>{sentence}</Value>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {seen.length > 0 && (
        <Section
          title="Sending addresses"
          id="addresses"
          note="As receivers saw them. A check shows how each is now."
          actions={seen.length > 1 && <AsPool addresses={seen.map(({ address }) => address)} />}
        >
          <ul className="grid grid-cols-4 gap-3 max-md:grid-cols-1">
            {each(seen.slice(0, MOST_ADDRESSES), (one) => (
              <AddressCard seen={one} />
            ))}
          </ul>
          {seen.length > MOST_ADDRESSES && (
            <p className="mt-2 text-sm text-ink-2">{seen.length - MOST_ADDRESSES} more are in the table.</p>
          )}
        </Section>
      )}
      {rows.length > 0 && (
        <Section title="What came back" id="rows" note="Refusals first, then what waits and what was accepted.">
          <LogTable rows={rows} />
        </Section>
      )}
      <SendAsMeant seen={seen} meant={meant} programs={log.programs} strange={strangeNames(log.readings, meant)} />
      {steps.length > 0 && (
        <Section title="What to do" id="steps" note="What costs most recipients first.">
          <PlanSteps>
            {each(steps, (step, place) => (
              <LogStep step={step} place={place + 1} />
            ))}
          </PlanSteps>
        </Section>
      )}
      {kept ?? <NotKept packed={keep} />}
    </>
  );
}

/** That nothing is kept, and the button that keeps it. */
function NotKept({ packed }: { readonly packed: string | undefined }) {
  return (
    <Banner tone="info">
      <b>Nothing of this text is stored.</b> Local parts of mail addresses were dropped when it was read. This table has
      no link yet. Keep it to send it to somebody: without message IDs, and you can delete it.
      {packed ? (
        <form method="post" action="/log/keep" className="mt-2 print:hidden">
          <HiddenFields fields={{ table: packed }} />
          <Button>Keep this table</Button>
        </form>
      ) : (
        " It is too large for this page: keep it with the form where you pasted the text."
      )}
    </Banner>
  );
}

function summary(log: Pick<LogText, "lines" | "unread">, meant: Meant, seen: readonly SeenAddress[]) {
  const strange = seen.filter(({ meant: is }) => is === false);
  const read = `${counted(log.lines, "line")} pasted, ${log.lines - log.unread} read.`;
  if (strange.length > 0)
    return (
      <>
        You meant <Value>{meant.addresses.join(", ")}</Value>, they saw{" "}
        <b>
          <Value>{strange.map(({ address }) => address).join(", ")}</Value>
        </b>
        . {read}
      </>
    );
  if (seen.length > 0 && seen.every(({ meant: is }) => is)) return <>Every address they saw is one you meant. {read}</>;
  return (
    <>
      {seen.length === 0
        ? "The text does not say which address they saw."
        : `They saw ${counted(seen.length, "address").replace("addresss", "addresses")} of yours.`}{" "}
      {read}
    </>
  );
}

function Count(props: {
  readonly tone: "fail" | "warn" | "pass" | "skipped";
  readonly n: number;
  readonly word: string;
}) {
  if (props.n === 0) return null;
  return (
    <li className={`${props.tone} inline-flex items-center gap-1.5`}>
      <span className="text-(--tone)">
        <Icon name={props.tone} />
      </span>
      <span>
        <b className="text-ink tabular-nums">{props.n}</b> {props.word}
      </span>
    </li>
  );
}

/** All of them side by side: which is the odd one. */
function AsPool({ addresses }: { readonly addresses: readonly string[] }) {
  return (
    <form method="post" action="/pool/start">
      <HiddenFields fields={{ text: addresses.join("\n") }} />
      <Button>Check these as a pool</Button>
    </form>
  );
}

function AddressCard({ seen: { address, meant, refused, deferred, accepted } }: { readonly seen: SeenAddress }) {
  const tone = refused > 0 ? "fail" : deferred > 0 ? "warn" : "pass";
  const parts = [
    refused && `${refused} refused`,
    deferred && `${deferred} deferred`,
    accepted && `${accepted} accepted`,
  ];
  return (
    <li className="card grid content-start gap-1 px-4 py-3 text-sm">
      <b className="font-mono">
        <Value>{address}</Value>
      </b>
      {meant === false && <span>You did not name it.</span>}
      <span className={`${tone} inline-flex items-center gap-1.5`}>
        <span className="text-(--tone)">
          <Icon name={tone} />
        </span>
        {parts.filter(Boolean).join(", ")}
      </span>
      <form method="post" action="/check" className="mt-1">
        <HiddenFields fields={{ target: address }} />
        <Button aria-label={`Check ${address}`}>Check</Button>
      </form>
    </li>
  );
}

/** A file made of text that is in the page: nothing is kept for it. What is too large for a page is had from the form. */
function Download(props: { readonly text: string; readonly name: string; readonly children: string }) {
  if (props.text === "" || props.text.length > MOST_DOWNLOAD) return null;
  return (
    <ButtonLink href={`data:text/csv;charset=utf-8,${encodeURIComponent(props.text)}`} download={props.name}>
      {props.children}
    </ButtonLink>
  );
}
