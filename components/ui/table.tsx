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
    <table className="table stack">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, title, rows }) => (
        <tbody key={key}>
          {title && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
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
      <th key={key} scope="row">
        {content}
      </th>
    );
  return (
    <td key={key} data-label={label} className={content ? undefined : "max-md:hidden"}>
      {content}
    </td>
  );
}
