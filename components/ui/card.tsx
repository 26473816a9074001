import type { ReactNode } from "react";

/** A surface with things on it. `lines` draws a hairline between them; `padded` keeps text off its edge. */
export function Card(props: {
  readonly lines?: boolean;
  readonly padded?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { lines, padded, className = "", children } = props;
  const classes = ["card", lines && "lines", padded && "px-5 py-4 max-md:px-4", className].filter(Boolean);
  return <div className={classes.join(" ")}>{children}</div>;
}
