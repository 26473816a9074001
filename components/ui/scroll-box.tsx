import type { ReactNode } from "react";

/** Something wide that scrolls inside its own box, which the keyboard reaches. */
export function ScrollBox(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { label, className, children } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll by keyboard
    <section className={className ? `scroll ${className}` : "scroll"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
