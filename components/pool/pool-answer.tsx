import { type PresentedPool, plain } from "../../lib/checks/view.ts";
import { Answer } from "../report/answer.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { Tally } from "../ui/tally.tsx";
import { addresses } from "./pool-words.ts";

/** Whether the addresses are one pool, in a sentence, and how many are of each status; while it runs, how far it is. */
export function PoolAnswer({ pool }: { readonly pool: PresentedPool }) {
  const { verdict, counts, state } = pool;
  const running = state === "running";
  // Sentences that say something else are drawn anew, so that no value in them is moved.
  return (
    <Answer
      tone={verdict.outcome === "pending" ? "pending" : verdict.status}
      title={<RichText key={plain(verdict.says)}>{verdict.says}</RichText>}
      outcome={verdict.outcome}
      waiting={running}
      foot={
        running ? (
          <PoolProgressLine pool={pool} />
        ) : (
          <Tally counts={{ ...counts, info: 0, skipped: 0 }} label="Addresses by verdict" hrefOf={() => "#rows"} />
        )
      }
    >
      <RichText key={plain(verdict.because)}>{verdict.because}</RichText>
    </Answer>
  );
}

/** How many are done and left, how fast it goes, and how long it takes yet: each in a place of its own width. */
function PoolProgressLine({ pool: { progress } }: { readonly pool: PresentedPool }) {
  const { done, total, left, phase, rate, secondsLeft } = progress;
  return (
    <div
      className="grid min-h-6 grid-cols-[210px_minmax(0,1fr)_270px] items-center gap-x-3.5 gap-y-1 text-sm text-ink-2 tabular-nums max-md:grid-cols-1 [&_b]:text-ink"
      data-done={done}
      data-total={total}
    >
      <span key={done}>
        <b>{done}</b> of <b>{total}</b> done, <b>{left}</b> left
      </span>
      <progress
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-brass [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brass"
        max={Math.max(1, total)}
        value={done}
        aria-label="Addresses looked at"
      />
      <span className="text-right max-md:text-left">
        {phase === "smtp"
          ? "asking the chosen servers"
          : rate === null
            ? "just begun"
            : `${addresses(Math.round(rate))} a minute${secondsLeft === null ? "" : `, ${timeLeft(secondsLeft)} left`}`}
      </span>
    </div>
  );
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
