import { escapeMarkup, type PresentedEvent, type PresentedWatch, plain, UNTIL_WORDS } from "../checks/index.ts";

/** What XML 1.0 has no way to write: our texts spell such characters out, and a URL has none. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string): string => escapeMarkup(text.replace(IMPOSSIBLE, "\ufffd"));

/** A watch as an Atom feed (RFC 4287), the latest event first. */
export function atomFeed(watch: PresentedWatch): string {
  const { url, feed, title, until, createdAt, events } = watch;
  const updated = events.at(-1)?.at ?? createdAt;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escaped(url)}</id>
<title>${escaped(`${title}: tell me when ${UNTIL_WORDS[until]}`)}</title>
<updated>${updated}</updated>
<author><name>Nameplate</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(feed)}"/>
<link rel="alternate" type="text/html" href="${escaped(url)}"/>
${events
  .toReversed()
  .map((event) => entryOf(watch, event))
  .join("\n")}${events.length > 0 ? "\n" : ""}</feed>
`;
}

function entryOf({ url, title }: PresentedWatch, event: PresentedEvent): string {
  const { n, at, says, met, report, outcome } = event;
  const said = plain(says);
  const page = report ? `${new URL(url).origin}/r/${report}` : url;
  const content = [...(met ? ["This is what was waited for."] : []), said, ...(report ? [`Report: ${page}`] : [])];
  return `<entry>
<id>${escaped(`${url}#event-${n}`)}</id>
<title>${escaped(`${title}: ${said}`)}</title>
<updated>${at}</updated>
<link rel="alternate" type="text/html" href="${escaped(page)}"/>
<category term="${escaped(outcome)}"/>
<content type="text">${escaped(content.join("\n"))}</content>
</entry>`;
}
