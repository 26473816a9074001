import type { ReactNode } from "react";
import type { Tone } from "./badge.tsx";
import { Icon } from "./icon.tsx";

/** A card of folded lines, one below the other. */
export function Folds({ children }: { readonly children: ReactNode }) {
  return <div className="card lines folds">{children}</div>;
}

/** One folded line: what it holds, a word on it that is cut where it is too long, and what comes when it is opened. */
export function FoldLine(props: {
  readonly tone: Exclude<Tone, "plain" | "pending"> | undefined;
  readonly title: string;
  readonly note?: ReactNode;
  readonly id?: string;
  /** It is shown unfolded: the reader came for something in it. */
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const { tone, title, note, id, open, children } = props;
  return (
    <details id={id} open={open}>
      <summary>
        <span className={`${tone ?? ""} flex text-(--tone)`}>{tone && <Icon name={tone} />}</span>
        <b>{title}</b>
        <span className="truncate text-ink-2 max-md:hidden">{note}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}
