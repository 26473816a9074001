"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

/** Whether this page was opened while the check ran: then nothing opens by itself, so that nothing jumps. */
export const Live = createContext(false);

/** A `<details>` that keeps the fold it was first shown with, whatever a refresh says; the reader's own fold stays too. */
export function Fold(props: {
  readonly id?: string;
  readonly className: string;
  readonly open: boolean;
  readonly children: ReactNode;
}) {
  const live = useContext(Live);
  const [open] = useState(props.open && !live);
  return (
    <details id={props.id} className={props.className} open={open}>
      {props.children}
    </details>
  );
}
