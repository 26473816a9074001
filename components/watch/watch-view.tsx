import { type PresentedEvent, type PresentedWatch, UNTIL_WORDS, visible } from "../../lib/checks/view.ts";
import { HiddenFields, HiddenQuery } from "../forms/hidden-fields.tsx";
import { Age } from "../report/age.tsx";
import { Answer } from "../report/answer.tsx";
import { FactsHead } from "../report/facts-head.tsx";
import { Button } from "../ui/button.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { utc } from "../ui/time.ts";
import { WatchClocks } from "./watch-clocks.tsx";
import { WatchEvents } from "./watch-events.tsx";
import { WatchWays } from "./watch-ways.tsx";

/** A watch: what is waited for, how it stands, what was seen when, and how one is told. */
export function WatchView({ watch }: { readonly watch: PresentedWatch }) {
  const { title, until, createdAt, target, clocks, nextAt } = watch;
  return (
    <>
      <FactsHead
        title={
          <>
            Watch of <bdi>{visible(title)}</bdi>
          </>
        }
        facts={[
          <span key="until">Tell me when {UNTIL_WORDS[until]}</span>,
          <span key="started">
            Started <time dateTime={createdAt}>{utc(createdAt)}</time>
            <Age at={createdAt} />
          </span>,
        ]}
        actions={
          <form method="post" action="/check">
            <HiddenFields fields={{ target }} />
            <HiddenQuery query={watch.query} />
            <Button primary>Check now</Button>
          </form>
        }
      />
      <Standing watch={watch} />
      <WatchEvents watch={watch} />
      {clocks.length > 0 && <WatchClocks clocks={clocks} nextAt={nextAt} />}
      <WatchWays watch={watch} />
    </>
  );
}

/** How it stands, in two sentences: the latest that was seen, and what that means for who waits. */
function Standing({ watch }: { readonly watch: PresentedWatch }) {
  const { state, until, events, metAt, expiresAt } = watch;
  const last = events.findLast(isSeen);
  return (
    <Answer
      tone={state === "waiting" ? "pending" : state === "met" ? (last?.status ?? "pass") : "unknown"}
      title={last ? <RichText>{last.says}</RichText> : "The first look is under way."}
      foot={<Times watch={watch} />}
    >
      {state === "waiting" && <>Waiting until {UNTIL_WORDS[until]}.</>}
      {metAt && (
        <>
          What you waited for came on <time dateTime={metAt}>{utc(metAt)}</time>.
        </>
      )}
      {state === "expired" && (
        <>
          This watch ended on <time dateTime={expiresAt}>{utc(expiresAt)}</time>; until then it did not come.
        </>
      )}
      {state === "stopped" && !metAt && "This watch was stopped."}
    </Answer>
  );
}

const OWN = ["expired", "stopped", "renewed"];
const isSeen = ({ outcome }: PresentedEvent): boolean => !OWN.includes(outcome);

function Times({ watch: { nextAt, expiresAt, state } }: { readonly watch: PresentedWatch }) {
  if (!nextAt) return <p className="text-sm text-ink-2">No further checks will be made.</p>;
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
      <span>
        Next look{" "}
        <b>
          <time dateTime={nextAt}>{utc(nextAt)}</time>
        </b>
      </span>
      <span>
        {state === "waiting" ? "Waits" : "Looks"} until <time dateTime={expiresAt}>{utc(expiresAt)}</time> at the latest
      </span>
    </p>
  );
}
