import type { PresentedReport } from "../lib/checks/present.ts";
import { CopyButton } from "./copyable.tsx";
import { apiPath, markdownPath, textPath } from "./paths.ts";

/** The address bar already holds the permanent link; here are the other ways to pass a report on. */
export function ShareMenu({ report: { id, url } }: { readonly report: PresentedReport }) {
  return (
    <details className="menu">
      <summary className="button">Share</summary>
      <div className="card">
        <CopyButton text={url}>Copy link</CopyButton>
        <CopyButton from={textPath(id)}>Copy as text for a ticket</CopyButton>
        <CopyButton from={markdownPath(id)}>Copy as Markdown</CopyButton>
        <a href={textPath(id)}>Plain text</a>
        <a href={markdownPath(id)}>Markdown</a>
        <a href={apiPath(id)}>JSON</a>
      </div>
    </details>
  );
}
