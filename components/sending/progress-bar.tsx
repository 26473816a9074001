/** How much of it is done: the words beside it say the same. */
export function ProgressBar({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <span className="h-1.5 min-w-24 flex-1 overflow-hidden rounded-full bg-line print:hidden" aria-hidden="true">
      <span className="block h-full bg-brass" style={{ width: `${of === 0 ? 0 : Math.round((100 * done) / of)}%` }} />
    </span>
  );
}
