"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";

/** Whether this page was opened while the check ran: then nothing opens by itself, so that nothing jumps. */
export const Live = createContext(false);

/** A `<details>` that keeps the fold it was first shown with, whatever a refresh says; the reader's own fold stays too. */
export function Fold(props: {
  readonly id?: string;
  readonly className: string;
  readonly open: boolean;
  /** The reader came for this one: it is brought into view. */
  readonly wanted: boolean;
  readonly children: ReactNode;
}) {
  const live = useContext(Live);
  const [open] = useState(props.open && !live);
  const details = useRef<HTMLDetailsElement>(null);
  const { wanted } = props;
  useEffect(() => {
    if (wanted && !location.hash) details.current?.scrollIntoView();
  }, [wanted]);
  return (
    <details ref={details} id={props.id} className={props.className} open={open}>
      {props.children}
    </details>
  );
}
