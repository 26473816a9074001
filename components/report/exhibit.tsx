import { type Exhibit, type TreeNode, visible } from "../../lib/checks/view.ts";
import { each } from "../ui/in-place.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** Evidence that is more than labels and values: a table, or a tree with the branch that decided marked. */
export function ExhibitView({ exhibit, label }: { readonly exhibit: Exhibit; readonly label: string }) {
  if (exhibit.kind === "tree")
    return (
      <ul className="tree">
        <Branch node={exhibit.root} />
      </ul>
    );
  return (
    <ScrollBox label={label}>
      <table>
        <thead>
          <tr>
            {exhibit.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {each(exhibit.rows, (cells) => (
            <tr>
              {each(cells, (cell) => (
                <td>
                  <bdi>{visible(cell)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Branch({ node }: { readonly node: TreeNode }) {
  return (
    <li>
      <span className={`my-0.5 inline-block rounded-sm px-1.5 ${node.mark ? "bg-brass-bg" : ""}`}>
        <code>
          <bdi>{visible(node.label, 500)}</bdi>
        </code>
        {node.note && <small className="ml-2.5 text-ink-2">{visible(node.note, 500)}</small>}
        {node.mark && <small className="ml-2.5 font-semibold text-brass">this decided</small>}
      </span>
      {node.children && node.children.length > 0 && (
        <ul className="ml-2 border-l border-line-2 pl-3.5">
          {each(node.children, (child) => (
            <Branch node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
