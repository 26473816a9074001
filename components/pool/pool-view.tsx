import { type PoolNote, type PresentedPool, targetQuery } from "../../lib/checks/view.ts";
import { Banner } from "../ui/banner.tsx";
import { each } from "../ui/in-place.tsx";
import { poolPath } from "../ui/paths.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { linesOf, runningLineOf } from "./lines-of.ts";
import { OddOnes } from "./odd-ones.tsx";
import { PoolAnswer } from "./pool-answer.tsx";
import { PoolFooter } from "./pool-footer.tsx";
import { PoolHead } from "./pool-head.tsx";
import type { PoolLine } from "./pool-line.ts";
import { PoolMap } from "./pool-map.tsx";
import { isShown, type PoolQuery, pageOfLines } from "./pool-query.ts";
import { PoolTable } from "./pool-table.tsx";
import { RejectedLines } from "./rejected-lines.tsx";
import { RunningTable } from "./running-rows.tsx";

/** With so many rows at most all of them are in the page, and are sorted in it. */
const ALL_HERE = 256;

interface Props {
  readonly pool: PresentedPool;
  readonly query: PoolQuery;
  /** When it will be gone (ISO 8601); undefined where pools stay. */
  readonly keptUntil: string | undefined;
}

/**
 * One pool. Head and answer are the same while it runs and after. Below, what runs is replaced by what is finished, all
 * at once: nothing of the one is moved to become the other.
 */
export function PoolView({ pool, query, keptUntil }: Props) {
  return (
    <>
      <PoolHead pool={pool} />
      {pool.state === "running" ? (
        <Running key="running" pool={pool} query={query} />
      ) : (
        <Finished key="finished" pool={pool} query={query} keptUntil={keptUntil} />
      )}
    </>
  );
}

function Running({ pool, query }: { readonly pool: PresentedPool; readonly query: PoolQuery }) {
  const lines = linesOf(pool);
  const { lines: shown, ...found } = pageOfLines(lines, query);
  const rows = new Map(pool.rows.map((row, place) => [lines[place], row]));
  return (
    <>
      <PoolAnswer pool={pool} />
      <PoolMap pool={pool} reportQuery={targetQuery(pool.options)} />
      <Section title="Addresses so far" note="Each place fills as its address is looked at.">
        <RunningTable
          path={poolPath(pool.id)}
          query={query}
          counts={countsOf(lines)}
          lines={shown.flatMap((line) => rows.get(line) ?? []).map(runningLineOf)}
          found={found}
        />
      </Section>
    </>
  );
}

const countsOf = (lines: readonly PoolLine[]): Readonly<Record<PoolQuery["show"], number>> => {
  const countOf = (show: PoolQuery["show"]) => lines.filter((line) => isShown(line, show)).length;
  return { all: lines.length, odd: countOf("odd"), unknown: countOf("unknown") };
};

function Finished({ pool, query, keptUntil }: Props) {
  const { id, state, rows, rejected, rejectedCount, notes } = pool;
  const path = poolPath(id);
  // An address is checked with the same options when its own report is opened.
  const reportQuery = targetQuery(pool.options);
  const [first, later] = byWeight(notes);
  return (
    <>
      {state === "cancelled" && (
        <Banner tone="unknown">
          <b>This pool was stopped.</b> What was not looked at by then is not judged.
        </Banner>
      )}
      <PoolAnswer pool={pool} />
      {each(first, ({ code, says }) => (
        <Banner tone="info">
          <p data-note={code}>
            <RichText>{says}</RichText>
          </p>
        </Banner>
      ))}
      <OddOnes pool={pool} path={path} reportQuery={reportQuery} />
      <PoolMap pool={pool} reportQuery={reportQuery} />
      {rows.length > 0 && (
        <Section title="All addresses" id="rows">
          <Rows lines={linesOf(pool)} path={path} query={query} reportQuery={reportQuery} />
        </Section>
      )}
      {rejectedCount > 0 && (
        <Section title="Lines not used" id="rejected" note="The others were looked at all the same.">
          <RejectedLines lines={rejected} count={rejectedCount} />
        </Section>
      )}
      {later.length > 0 && (
        <ul className="mt-6 grid gap-1 text-sm text-ink-2">
          {later.map(({ code, says }) => (
            <li key={code} data-note={code}>
              <RichText>{says}</RichText>
            </li>
          ))}
        </ul>
      )}
      <PoolFooter pool={pool} keptUntil={keptUntil} />
    </>
  );
}

function Rows(props: {
  readonly lines: readonly PoolLine[];
  readonly path: string;
  readonly query: PoolQuery;
  readonly reportQuery: string;
}) {
  const { lines, path, query, reportQuery } = props;
  const shared = { path, query, counts: countsOf(lines), reportQuery };
  if (lines.length <= ALL_HERE) return <PoolTable {...shared} lines={lines} />;
  const { lines: shown, ...found } = pageOfLines(lines, query);
  return <PoolTable {...shared} lines={shown} found={found} />;
}

/** What limits the verdict stands right under it; what is only good to know, at the end. */
function byWeight(notes: readonly PoolNote[]): [readonly PoolNote[], readonly PoolNote[]] {
  const isFirst = ({ code }: PoolNote) => code === "sampled";
  // The rejected lines have a part of the page of their own.
  const said = notes.filter(({ code }) => code !== "rejected");
  return [said.filter(isFirst), said.filter((note) => !isFirst(note))];
}
