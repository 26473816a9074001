import type { PresentedPool } from "../../lib/checks/view.ts";
import { poolDeletePath } from "../ui/paths.ts";
import { PermanentLink } from "../ui/permanent-link.tsx";

/** What a reader may want to know of the pool itself: its link, how long it stays, how to delete it. */
export function PoolFooter(props: { readonly pool: PresentedPool; readonly keptUntil: string | undefined }) {
  const { pool, keptUntil } = props;
  const { id, url } = pool;
  return (
    <footer className="mt-6 grid gap-0.5 text-sm text-ink-2">
      <p className="print:hidden">
        Each address opens its own full report. That check is made when you open it, unless a recent one is kept.
      </p>
      <p>
        <PermanentLink url={url} keptUntil={keptUntil} />
      </p>
      <p className="print:hidden">
        <a href={poolDeletePath(id)} rel="nofollow">
          Delete this pool
        </a>{" "}
        asks first. It works in the browser that made it.
      </p>
    </footer>
  );
}
