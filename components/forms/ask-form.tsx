import { Button } from "../ui/button.tsx";

/** A field for an address under a question. A plain form: it works without scripts. */
export function AskForm({ id, question }: { readonly id: string; readonly question: string }) {
  return (
    <form className="mt-2 flex max-w-md gap-2" method="post" action="/check">
      <input
        id={id}
        name="target"
        aria-label={`Your address, host name or domain, for: ${question}`}
        placeholder="203.0.113.20"
        className="input min-w-0 flex-1"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Button>Check mine</Button>
    </form>
  );
}
