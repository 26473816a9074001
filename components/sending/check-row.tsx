import type { ReactNode } from "react";
import type { Text } from "../../lib/checks/view.ts";
import { RichText } from "../ui/rich-text.tsx";

/** One line of a checklist: its state, what it is, what was seen, what to do and who does it. */
export function CheckRow(props: {
  readonly id: string;
  readonly state: ReactNode;
  readonly tick: string;
  readonly title: ReactNode;
  readonly says: Text;
  readonly does?: Text | undefined;
  readonly who?: Text | undefined;
  readonly children?: ReactNode;
}) {
  const { id, state, tick, title, says, does, who, children } = props;
  return (
    <li
      id={id}
      data-tick={tick}
      className="grid break-inside-avoid grid-cols-[112px_minmax(0,1fr)] items-start gap-x-3.5 gap-y-1 px-5 py-2.5 target:shadow-[inset_3px_0_var(--color-brass)] max-md:grid-cols-1 max-md:px-4"
    >
      {state}
      <div className="min-w-0 text-sm">
        <h3 className="text-base">{title}</h3>
        <p className="text-ink-2">
          <RichText>{says}</RichText>
        </p>
        {does && does.length > 0 && (
          <p className="mt-1">
            <RichText>{does}</RichText>
          </p>
        )}
        {who && (
          <p className="text-ink-2 first-letter:uppercase">
            <RichText>{who}</RichText>
          </p>
        )}
        {children}
      </div>
    </li>
  );
}
