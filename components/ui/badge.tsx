"use client";

import type { ReactNode } from "react";
import type { Status } from "../../lib/checks/view.ts";
import { Icon, type IconName } from "./icon.tsx";
import { STATUS_WORDS } from "./labels.ts";

/** What colour a thing has: a status, none, or that of what is still awaited. */
export type Tone = Status | "plain" | "pending";

interface Props {
  readonly tone: Tone;
  /** The icon where it is not the tone's own. */
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** Icon, word and colour together: never colour alone. */
export function Badge(props: Props) {
  return (
    <span className={`badge ${props.tone}`}>
      <Shape {...props} />
      {props.children}
    </span>
  );
}

/** The same without its pill, for tables. */
export function Say(props: Props) {
  return (
    <span className={`${props.tone} inline-flex items-center gap-1.5 font-semibold text-(--tone)`}>
      <Shape {...props} />
      {props.children}
    </span>
  );
}

/** A status in its own word, or in another. */
export function StatusBadge({ status, children }: { readonly status: Status; readonly children?: string }) {
  return <Badge tone={status}>{children ?? STATUS_WORDS[status]}</Badge>;
}

function Shape({ tone, icon }: Props) {
  const name = icon ?? (tone === "plain" ? undefined : tone === "pending" ? "wait" : tone);
  return name && <Icon name={name} />;
}
