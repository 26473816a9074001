import {
  type PoolChange,
  type PoolComparison,
  type PresentedPool,
  type PresentedPoolRow,
  visible,
} from "../../lib/checks/view.ts";
import { Icon } from "../ui/icon.tsx";
import { each } from "../ui/in-place.tsx";
import { poolPath } from "../ui/paths.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { utc } from "../ui/time.ts";
import { reasonsOf } from "./lines-of.ts";
import { PoolBadge } from "./pool-badge.tsx";
import { addresses } from "./pool-words.ts";
import { WhyOdd } from "./why-odd.tsx";

/** As many addresses as one list shows; the JSON has all. */
const SHOWN = 200;

/** Two pools, or one at two times: what changed first, then what came and went, then how much stayed. */
export function PoolComparisonView({ comparison }: { readonly comparison: PoolComparison }) {
  const { before, after, says, changed, added, removed, unchanged, notKnown } = comparison;
  return (
    <article className="comparison" data-changed={changed.length}>
      <h1>What changed</h1>
      <p className="mt-2 text-lg text-ink-2">
        <RichText>{says}</RichText>
      </p>
      <div className="mt-4 grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Side label="Before" pool={before} />
        <Side label="After" pool={after} />
      </div>
      {changed.length > 0 && (
        <Section title={`${addresses(changed.length)} changed`} id="changed">
          <ul className="card lines text-sm">
            {changed.slice(0, SHOWN).map((change) => (
              <Change key={change.address} change={change} />
            ))}
            <More n={changed.length - SHOWN} />
          </ul>
        </Section>
      )}
      <Rows title={`${addresses(added.length)} added`} id="added" rows={added} />
      <Rows title={`${addresses(removed.length)} no longer in it`} id="removed" rows={removed} />
      <p className="mt-6 text-sm text-ink-2">
        {addresses(unchanged)} stayed the same.
        {notKnown > 0 && ` ${addresses(notKnown)} could not be judged at both times.`}
      </p>
    </article>
  );
}

function Side({ label, pool }: { readonly label: string; readonly pool: PresentedPool }) {
  const { id, title, createdAt, verdict, rows } = pool;
  return (
    <section className={`card border-l-4 border-l-(--tone) px-5 py-4 ${verdict.status}`} data-status={verdict.status}>
      <h2 className="text-base">
        <span className="text-ink-2">{label}</span>{" "}
        <a href={poolPath(id)}>
          <time dateTime={createdAt}>{utc(createdAt)}</time>
        </a>
      </h2>
      <p className="my-1 text-sm text-ink-2">
        <bdi className="font-mono">{visible(title)}</bdi>, {addresses(rows.length)}
      </p>
      <p>
        <RichText>{verdict.says}</RichText>
      </p>
    </section>
  );
}

const TURN_WORDS: Readonly<Record<PoolChange["turn"], string>> = { worse: "Worse", better: "Better", other: "Changed" };
const TURN_TONES: Readonly<Record<PoolChange["turn"], string>> = {
  worse: "text-fail",
  better: "text-pass",
  other: "text-ink-2",
};

function Change({ change: { address, before, after, turn, changes } }: { readonly change: PoolChange }) {
  return (
    <li
      data-target={address}
      data-turn={turn}
      className="grid grid-cols-[90px_190px_230px_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1 px-5 py-2.5 max-md:grid-cols-[auto_1fr] max-md:px-4"
    >
      <b className={TURN_TONES[turn]}>{TURN_WORDS[turn]}</b>
      <bdi className="font-mono font-semibold">{visible(address)}</bdi>
      <span className="flex flex-wrap items-center gap-2 max-md:col-span-full">
        <PoolBadge status={before.status} /> <span className="sr-only">then</span>
        <Icon name="open" /> <PoolBadge status={after.status} />
      </span>
      <span className="max-md:col-span-full">
        {each(changes, ({ says }) => (
          <span className="block">
            <RichText>{says}</RichText>
          </span>
        ))}
      </span>
    </li>
  );
}

function Rows(props: { readonly title: string; readonly id: string; readonly rows: readonly PresentedPoolRow[] }) {
  const { title, id, rows } = props;
  if (rows.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <ul className="card lines text-sm">
        {rows.slice(0, SHOWN).map((row) => (
          <li
            key={row.address}
            data-target={row.address}
            className="grid grid-cols-[190px_110px_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1 px-5 py-2 max-md:grid-cols-[1fr_auto] max-md:px-4"
          >
            <bdi className="font-mono">{visible(row.address)}</bdi>
            <PoolBadge status={row.status} />
            <span className="max-md:col-span-full">
              <WhyOdd why={reasonsOf(row)} />
            </span>
          </li>
        ))}
        <More n={rows.length - SHOWN} />
      </ul>
    </Section>
  );
}

const More = ({ n }: { readonly n: number }) =>
  n > 0 && <li className="px-5 py-2 max-md:px-4">{addresses(n)} more: the JSON of both pools has them all.</li>;
