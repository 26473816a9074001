import { type RejectedLine, visible } from "../../lib/checks/view.ts";
import { each } from "../ui/in-place.tsx";

/** Lines that could not be used, each with its number, what stands in it, and why not. */
export function RejectedLines(props: {
  readonly lines: readonly RejectedLine[];
  /** How many there are, where more than are listed. */
  readonly count?: number;
}) {
  const { lines, count = lines.length } = props;
  return (
    <ol className="card lines text-sm" aria-label="Lines not used" data-rejected={count}>
      {each(lines, ({ line, text, why }) => (
        <li
          className="grid grid-cols-[76px_minmax(0,240px)_minmax(0,1fr)] gap-x-4 gap-y-0.5 px-5 py-2 max-md:grid-cols-1 max-md:px-4"
          data-line={line}
        >
          <span className="text-ink-2 tabular-nums">Line {line}</span>
          <bdi className="font-mono">{visible(text, 80)}</bdi>
          <span>{why}</span>
        </li>
      ))}
      {count > lines.length && <li className="px-5 py-2 max-md:px-4">{count - lines.length} more like these</li>}
    </ol>
  );
}
