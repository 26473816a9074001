import type { PresentedReport } from "../../lib/checks/view.ts";
import { CopyButton } from "../ui/copyable.tsx";
import { Menu } from "../ui/menu.tsx";
import { badgePath, cardPath, jsonPath, markdownPath, targetPagePath, textPath } from "../ui/paths.ts";

/** The address bar already holds the permanent link; here are the other ways to pass a report on. Escape closes it. */
export function ShareMenu({ report }: { readonly report: PresentedReport }) {
  const { id, url } = report;
  return (
    <Menu label="Share">
      <CopyButton text={url}>Copy link</CopyButton>
      <CopyButton from={textPath(id)}>Copy as text for a ticket</CopyButton>
      <CopyButton from={markdownPath(id)}>Copy as Markdown</CopyButton>
      <button type="button" className="needs-script" data-print="">
        Print
      </button>
      <p className="flex border-t border-line pt-1.5">
        <a href={textPath(id)}>Plain text</a>
        <a href={markdownPath(id)}>Markdown</a>
        <a href={jsonPath(id)}>JSON</a>
        <a href={cardPath(id)}>Image</a>
      </p>
      {isPlain(report) && <BadgeLinks report={report} />}
    </Menu>
  );
}

/** A badge says what the latest plain report says: with options it would be about something else. */
const isPlain = ({ target: { claims } }: PresentedReport): boolean =>
  !claims.from && !claims.helo && claims.selectors.length === 0;

/** A live badge for pages elsewhere, and what to paste there. */
function BadgeLinks({ report: { url, path } }: { readonly report: PresentedReport }) {
  const { origin } = new URL(url);
  const [image, page] = [origin + badgePath(path), origin + targetPagePath(path)];
  return (
    <div className="badge-links grid border-t border-line pt-1.5">
      <a href={targetPagePath(path)}>
        {/* biome-ignore lint/performance/noImgElement: drawn for each request, there is nothing to optimise */}
        <img src={badgePath(path)} alt="Live badge of this target" height={20} className="h-5" loading="lazy" />
      </a>
      <CopyButton text={`[![Mail identity](${image})](${page})`}>Copy badge as Markdown</CopyButton>
      <CopyButton text={`<a href="${page}"><img src="${image}" alt="Mail identity"></a>`}>
        Copy badge as HTML
      </CopyButton>
    </div>
  );
}
