import { Button } from "../ui/button.tsx";
import type { CheckFormState } from "./check-form.tsx";
import { HiddenFields } from "./hidden-fields.tsx";

/**
 * What a text names that is no single target: each target one click from its check, and all of them as a pool. The
 * options that were filled in go along.
 */
export function Choices({ state }: { readonly state: CheckFormState }) {
  const { choices, pool, from, helo, selector } = state;
  if (choices.length === 0 && pool.length === 0) return null;
  return (
    <div className="mt-3 rounded-md border border-line bg-card px-4">
      {choices.length > 0 && (
        <ul className="divide-y divide-line" aria-label="Found in this text">
          {choices.map((choice) => (
            <li key={choice} className="flex min-h-11 items-center justify-between gap-3 py-1">
              <bdi className="font-mono text-sm wrap-anywhere">{choice}</bdi>
              <form method="post" action="/check">
                <HiddenFields fields={{ target: choice, from, helo, selector }} />
                <Button>
                  Check<span className="sr-only"> {choice}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {pool.length > 0 && (
        <form
          method="post"
          action="/pool/start"
          data-offer="pool"
          className={`flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-2 ${choices.length > 0 ? "border-t border-line" : ""}`}
        >
          <HiddenFields fields={{ text: pool.join("\n"), from, helo, selector }} />
          <Button primary>{pool.length > 1 ? `Check all ${pool.length} as a pool` : "Check all as a pool"}</Button>
          <span className="text-sm text-ink-2">You see which of them does not match the others.</span>
        </form>
      )}
    </div>
  );
}
