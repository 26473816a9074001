import { comparePath, poolComparePath, poolPath, reportPath } from "../ui/paths.ts";
import { utc } from "../ui/time.ts";

interface Since {
  readonly before: {
    readonly id: string;
    readonly seenAt: string;
    readonly differs: boolean;
    /** Something could not be checked at one of the two times. */
    readonly unknown: boolean;
  };
  readonly after: { readonly id: string; readonly running: boolean };
}

/** On the report of a repeated check: the way to what has changed since the one it was started from. */
export const SinceNotice = (props: Since) => <Notice {...props} pathOf={reportPath} compareOf={comparePath} />;

/** The same on a pool that was looked at again. */
export const PoolSinceNotice = (props: Since) => <Notice {...props} pathOf={poolPath} compareOf={poolComparePath} />;

function Notice(
  props: Since & {
    readonly pathOf: (id: string) => string;
    readonly compareOf: (before: string, after: string) => string;
  },
) {
  const { before, after, pathOf, compareOf } = props;
  const time = <time dateTime={before.seenAt}>{utc(before.seenAt)}</time>;
  return (
    <p className="mb-3 rounded-md border border-line-2 bg-brass-bg px-4 py-2 text-sm print:hidden">
      {after.running ? (
        <>
          This repeats <a href={pathOf(before.id)}>the check of {time}</a>. What has changed is shown when it is over.
        </>
      ) : before.differs ? (
        <a href={compareOf(before.id, after.id)}>What has changed since {time}</a>
      ) : before.unknown ? (
        <>
          Nothing is known to have changed since <a href={pathOf(before.id)}>the check of {time}</a>;{" "}
          <a href={compareOf(before.id, after.id)}>not everything could be checked both times</a>.
        </>
      ) : (
        <>
          Nothing has changed since <a href={pathOf(before.id)}>the check of {time}</a>.
        </>
      )}
    </p>
  );
}
