import type { ReactNode } from "react";

interface Column {
  readonly key: string;
  readonly label: string;
}
export interface TableRow {
  readonly key: string;
  /** The place this row can be linked to. */
  readonly id?: string;
  /** What marks it for programs, as `data-signal`. */
  readonly marks?: Readonly<Record<`data-${string}`, string>>;
  readonly cells: Readonly<Record<string, ReactNode>>;
}
interface Group {
  readonly key: string;
  readonly title?: ReactNode;
  readonly rows: readonly TableRow[];
}

const CELLS = "border-t border-line px-2 py-1.5 text-left align-top font-normal";
/** Below the width of a table each row is a block, and each cell a line with its label before it. */
const TABLE = [
  "w-full border-collapse text-sm md:[&_:is(td,th)]:first:pl-5 md:[&_:is(td,th)]:last:pr-5",
  "max-md:block max-md:[&_:is(tbody,tr)]:block max-md:[&_tr]:px-4 max-md:[&_tr]:py-2",
  "max-md:[&_tr+tr]:border-t max-md:[&_:is(tr,tbody)]:border-line max-md:[&_tbody+tbody]:border-t",
  "max-md:[&_:is(td,th)]:border-0 max-md:[&_:is(td,th)]:px-0 max-md:[&_:is(td,th)]:py-px",
  "max-md:[&_td]:grid max-md:[&_td]:grid-cols-[92px_minmax(0,1fr)] max-md:[&_td]:gap-x-2.5 max-md:[&_th]:block",
  "max-md:[&_td]:before:text-xs max-md:[&_td]:before:text-ink-3 max-md:[&_td]:before:content-[attr(data-label)]",
].join(" ");

/**
 * A table whose first column names its rows, in one or more groups. On a phone a row becomes a block: the name, then a
 * line for each cell that holds something, with the column's label before it.
 */
export function Table(props: {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
}) {
  const { label, columns, groups } = props;
  return (
    <table className={TABLE}>
      <caption className="sr-only">{label}</caption>
      <thead className="text-xs whitespace-nowrap text-ink-3 max-md:hidden">
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className="px-2 py-1.5 text-left font-semibold">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, title, rows }) => (
        <tbody key={key}>
          {title && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length} className={`${CELLS} bg-well text-xs font-semibold!`}>
                {title}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.key} id={row.id} {...row.marks}>
              {columns.map((column, place) => cell(column, row.cells[column.key], place === 0))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function cell({ key, label }: Column, content: ReactNode, first: boolean): ReactNode {
  if (first)
    return (
      <th key={key} scope="row" className={`${CELLS} font-semibold!`}>
        {content}
      </th>
    );
  return (
    <td key={key} data-label={label} className={content ? CELLS : `${CELLS} max-md:hidden!`}>
      {content}
    </td>
  );
}
