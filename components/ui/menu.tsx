import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const ITEMS =
  "[&_:is(a,button)]:block [&_:is(a,button)]:rounded-sm [&_:is(a,button)]:px-3 [&_:is(a,button)]:py-2 [&_:is(a,button)]:text-left [&_:is(a,button)]:no-underline [&_:is(a,button)]:hover:bg-well max-md:[&_:is(a,button)]:min-h-11";

/** A button that opens a list of things to press. Escape and a click elsewhere close it: see `page-script/folds.ts`. */
export function Menu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Popover label={label} className={ITEMS}>
      {children}
    </Popover>
  );
}

/** The same for a small form, or whatever else stands in a box below its button. */
export function Popover(props: { readonly label: string; readonly className?: string; readonly children: ReactNode }) {
  const { label, className = "", children } = props;
  return (
    <details className="relative" data-menu="">
      <summary className="button">
        {label} <Icon name="down" />
      </summary>
      <div
        className={`${className} card absolute top-[calc(100%+6px)] right-0 z-1 grid min-w-68 p-1.5 text-sm max-md:right-auto max-md:left-0`}
      >
        {children}
      </div>
    </details>
  );
}
