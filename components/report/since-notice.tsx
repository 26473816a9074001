import { comparePath, reportPath } from "../ui/paths.ts";
import { utc } from "../ui/time.ts";

/** On the report of a repeated check: the way to what has changed since the one it was started from. */
export function SinceNotice(props: {
  readonly before: { readonly id: string; readonly seenAt: string; readonly differs: boolean };
  readonly after: { readonly id: string; readonly running: boolean };
}) {
  const { before, after } = props;
  const time = <time dateTime={before.seenAt}>{utc(before.seenAt)}</time>;
  return (
    <p className="mb-3 rounded-md border border-line-2 bg-brass-bg px-4 py-2 text-sm print:hidden">
      {after.running ? (
        <>
          This repeats <a href={reportPath(before.id)}>the check of {time}</a>. What has changed is shown when it is
          over.
        </>
      ) : !before.differs ? (
        <>
          Nothing has changed since <a href={reportPath(before.id)}>the check of {time}</a>.
        </>
      ) : (
        <a href={comparePath(before.id, after.id)}>What has changed since {time}</a>
      )}
    </p>
  );
}
