import type { ReactNode } from "react";

const BOX = [
  "scroll overflow-auto print:overflow-visible",
  "[&_pre]:w-max [&_pre]:min-w-full [&_pre]:rounded-sm [&_pre]:bg-well [&_pre]:px-3.5 [&_pre]:py-2.5 [&_pre]:wrap-normal",
  "[&_table]:w-full [&_table]:text-xs max-md:[&_table]:min-w-145",
  // Words stay whole where the box can scroll.
  "[&_:is(td,th)]:max-w-[34em] [&_:is(td,th)]:min-w-[3em] [&_:is(td,th)]:wrap-break-word",
  "[&_:is(td,th)]:border-t [&_:is(td,th)]:border-line [&_:is(td,th)]:py-1.25 [&_:is(td,th)]:pr-3.5",
  "[&_:is(td,th)]:text-left [&_:is(td,th)]:align-top [&_:is(td,th)]:whitespace-pre-line",
  "[&_thead_th]:border-0 [&_thead_th]:text-ink-3",
].join(" ");

/** Something wide that scrolls inside its own box, which the keyboard reaches. */
export function ScrollBox(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { label, className, children } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll by keyboard
    <section className={className ? `${BOX} ${className}` : BOX} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
