import type { ReactNode } from "react";
import { visible } from "../../lib/checks/view.ts";
import { Icon } from "./icon.tsx";
import { each } from "./in-place.tsx";

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
const lines = (value: string): ReactNode =>
  each(
    value
      .split("\n")
      .map((line) => visible(line, 4000))
      .join("\n")
      .split(BREAKABLE),
    (part, place) => (place % 2 === 1 ? <Unbroken>{part}</Unbroken> : part),
  );

/** Names that browsers break at hyphens and slashes, or anywhere where they are long: read off by eye they would be two. */
const BREAKABLE = /(?<!\S)((?=\S*\.)[^\s-](?:\S*[-/?]\S+|\S{23,}))/;
/** So much of a word stands in one line of a phone. */
const LABEL = 24;

/** A word that is broken only where it is longer than a line, and then behind a dot. */
function Unbroken({ children }: { readonly children: string }) {
  const labels = children.split(/(?<=\.)(?=[^.])/);
  return (
    <span className="inline-block max-w-full">
      {each(labels, (label, place) => (
        <>
          {place > 0 && <wbr />}
          {label.includes("-") && label.length <= LABEL ? <span className="whitespace-nowrap">{label}</span> : label}
        </>
      ))}
    </span>
  );
}
