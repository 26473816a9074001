import type { ReactNode } from "react";
import { Page } from "./page.tsx";

/** A page that has one thing to say: not found, gone, an error of ours. */
export function NoticePage(props: {
  readonly title: ReactNode;
  readonly search?: string;
  readonly children: ReactNode;
}) {
  return (
    <Page search={props.search ?? ""} narrow>
      <Notice title={props.title}>{props.children}</Notice>
    </Page>
  );
}

/** What it says, where the frame cannot be drawn, too. */
export function Notice({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="prose mx-auto max-w-[38rem] pt-12 max-md:pt-6">
      <h1>{title}</h1>
      {children}
    </section>
  );
}
