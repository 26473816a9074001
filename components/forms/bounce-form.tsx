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
        Up to 2 MB or 20,000 lines, also of several programs: Postfix, Exim, Sendmail, qmail, OpenSMTPD, Stalwart,
        Haraka, Exchange, PowerMTA, and events of Amazon SES and SendGrid. The text is read and not kept. The report
        keeps the address, the names of servers and domains, and the codes. It does not keep who wrote to whom. You can
        delete the report.
      </p>
      <Button primary>Read it and check</Button>
      <details className="mt-2 w-full text-sm">
        <summary className="cursor-pointer py-1 font-semibold">More for logs: your addresses, CSV, and a link</summary>
        <div className="grid justify-items-start gap-2 pt-2">
          <label htmlFor="mine" className="font-semibold">
            The addresses or names you send from
          </label>
          <input
            id="mine"
            name="mine"
            placeholder="203.0.113.10, mail.example.com"
            aria-describedby="mine-hint"
            className="w-full rounded-md border-[1.5px] border-control bg-card px-4 py-2 font-mono text-sm"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <p className="text-ink-2" id="mine-hint">
            Other addresses that receivers saw are then pointed out, with the lines that set the right one.
          </p>
          <p className="text-ink-2">
            A kept table has a link that you can send, without message IDs. You can delete it.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button name="as" value="table">
              Table as CSV
            </Button>
            <Button name="as" value="messages">
              Message IDs as CSV
            </Button>
            <Button name="as" value="keep">
              Read it and keep the table
            </Button>
          </div>
        </div>
      </details>
    </form>
  );
}
