import type { ReactNode } from "react";
import type { Status } from "../../lib/checks/view.ts";
import { Icon } from "../ui/icon.tsx";
import type { Term } from "./glossary.ts";

/**
 * The answer of a page: the fact in a sentence, and what follows from it in another. `foot` stands under a line: the
 * counts, or how far a check has come. While it is `waiting`, the sentences have room for two lines each (four on a
 * phone) and no more, so that what comes moves nothing.
 */
export function Answer(props: {
  readonly tone: Status | "pending";
  readonly title: ReactNode;
  /** Its permanent code, for programs. */
  readonly outcome?: string;
  readonly waiting?: boolean;
  /** What its words mean. */
  readonly terms?: readonly Term[];
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}) {
  const { tone, title, outcome, waiting, terms = [], children, foot } = props;
  const room = waiting ? "line-clamp-2 h-[2lh] max-md:line-clamp-4 max-md:h-[4lh]" : "";
  return (
    <section
      aria-labelledby="answer"
      data-status={tone}
      data-outcome={outcome}
      className={`${tone} mt-4 max-md:mt-2 grid break-inside-avoid grid-cols-[auto_1fr] gap-x-3.5 rounded-md border border-(--tone)/40 bg-card px-5.5 pt-4 pb-3 max-md:grid-cols-1 max-md:pt-3 max-md:border-l-4 max-md:border-l-(--tone) max-md:px-4`}
    >
      <span className="grid size-7.5 place-items-center rounded-full bg-(--tone-bg) text-(--tone) max-md:hidden">
        <Icon name={tone === "pending" ? "wait" : tone} />
      </span>
      <div className="min-w-0">
        <h2 id="answer" className={`text-xl max-md:text-lg ${room}`}>
          {title}
        </h2>
        <p className={`mt-1 max-w-[112ch] text-ink-2 [&_b]:text-ink ${room}`}>{children}</p>
        {terms.length > 0 && (
          <p className="mt-1.5 max-w-[112ch] text-xs text-ink-3" data-terms="">
            {terms.map(({ term, means }, place) => (
              <span key={term} className={place > 0 ? "max-md:hidden" : undefined}>
                {place > 0 && " "}
                <dfn className="font-semibold not-italic">{term}</dfn>: {means}
              </span>
            ))}
          </p>
        )}
        {foot && <div className="mt-3 border-t border-line pt-2.5 print:hidden">{foot}</div>}
      </div>
    </section>
  );
}
