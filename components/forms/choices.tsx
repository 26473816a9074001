import type { CheckFormState } from "./check-form.tsx";

/** The targets that a text names, each one click from its check. The options that were filled in go along. */
export function Choices({ state: { choices, from, helo, selector } }: { readonly state: CheckFormState }) {
  if (choices.length === 0) return null;
  return (
    <ul
      className="mt-3 divide-y divide-line rounded-md border border-line bg-card px-4"
      aria-label="Found in this text"
    >
      {choices.map((choice) => (
        <li key={choice} className="flex min-h-11 items-center justify-between gap-3 py-1">
          <bdi className="font-mono text-sm wrap-anywhere">{choice}</bdi>
          <form method="post" action="/check">
            <input type="hidden" name="target" value={choice} />
            {from && <input type="hidden" name="from" value={from} />}
            {helo && <input type="hidden" name="helo" value={helo} />}
            {selector && <input type="hidden" name="selector" value={selector} />}
            <button type="submit" className="button">
              Check<span className="sr-only"> {choice}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
