/** Where a bounce or headers are pasted. A plain form: it works without scripts. */
export function BounceForm({ again }: { readonly again: boolean }) {
  return (
    <form className="bounce-form" method="post" action="/bounce/read">
      <label htmlFor="text">{again ? "Or paste more of it" : "The bounce, log line or headers"}</label>
      <textarea
        id="text"
        name="text"
        rows={again ? 6 : 12}
        placeholder={
          "550 5.7.25 [203.0.113.10] The IP address sending this message does not have a PTR record …\n\nReceived: from mail.example.com (unknown [203.0.113.10]) by …"
        }
        aria-describedby="text-hint"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <p className="hint" id="text-hint">
        The text is read and forgotten. The report keeps the address, the names of servers and domains and the codes;
        who wrote to whom is dropped before anything else, and whoever makes the report can delete it.
      </p>
      <button type="submit" className="button primary">
        Read it and check
      </button>
    </form>
  );
}
