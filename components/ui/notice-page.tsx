import type { ReactNode } from "react";
import { Page } from "./page.tsx";

/** A page that has one thing to say: not found, gone, an error of ours. */
export function NoticePage(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Page search="">
      <section className="statement">
        <h1>{props.title}</h1>
        {props.children}
      </section>
    </Page>
  );
}
