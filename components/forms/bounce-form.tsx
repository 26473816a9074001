import { Button } from "../ui/button.tsx";

/** Where a bounce or headers are pasted. A plain form: it works without scripts. */
export function BounceForm({ again }: { readonly again: boolean }) {
  return (
    <form className="mt-6 grid justify-items-start gap-2.5" method="post" action="/bounce/read">
      <label htmlFor="text" className="font-semibold">
        {again ? "Or paste more of it" : "The bounce, log line or headers"}
      </label>
      <textarea
        id="text"
        name="text"
        rows={again ? 6 : 12}
        placeholder={
          "550 5.7.25 [203.0.113.10] The IP address sending this message does not have a PTR record …\n\nReceived: from mail.example.com (unknown [203.0.113.10]) by …"
        }
        aria-describedby="text-hint"
        className="w-full resize-y rounded-md border-[1.5px] border-control bg-card px-4 py-3 font-mono text-sm"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <p className="text-sm text-ink-2" id="text-hint">
        The text is read and not kept. The report keeps the address, the names of servers and domains, and the codes. It
        does not keep who wrote to whom. You can delete the report.
      </p>
      <Button primary>Read it and check</Button>
    </form>
  );
}
