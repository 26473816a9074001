import { Fragment, type ReactNode } from "react";

/** A list whose items have no identity but their place: what a report stores never moves. */
export function each<T>(items: readonly T[], render: (item: T, place: number) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return items.map((item, place) => <Fragment key={place}>{render(item, place)}</Fragment>);
}
