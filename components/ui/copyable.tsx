import { visible } from "../../lib/checks/view.ts";
import { Icon } from "./icon.tsx";

/** Text to take along: what is copied is exactly what is shown. Without scripts there is no button. */
export function Copyable({ children, label }: { readonly children: string; readonly label: string }) {
  return (
    <div className="copyable">
      <pre>
        <code>
          <bdi>{lines(children)}</bdi>
        </code>
      </pre>
      <button type="button" className="copy needs-script" data-copy="" aria-label={`Copy: ${label}`}>
        <Icon name="copy" />
        <span>Copy</span>
      </button>
    </div>
  );
}

/** Copies `text`, what is at the address `from`, or what a `Copyable` around it shows: see `page-script/copying.ts`. */
export function CopyButton(props: {
  readonly label?: string;
  readonly text?: string;
  readonly from?: string;
  readonly children?: string;
}) {
  const { label, text = "", from, children = "Copy" } = props;
  return (
    <button type="button" className="copy needs-script" data-copy={text} data-copy-from={from} aria-label={label}>
      {children}
    </button>
  );
}

/** Line breaks are ours (a config of several lines); everything else invisible is spelled out. */
const lines = (value: string): string =>
  value
    .split("\n")
    .map((line) => visible(line, 4000))
    .join("\n");
