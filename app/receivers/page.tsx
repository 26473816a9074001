import type { Metadata } from "next";
import { KIND_WORDS, KINDS } from "../../components/receivers/receiver-labels.ts";
import { Page } from "../../components/ui/page.tsx";
import { receivers } from "../../lib/checks/receivers/index.ts";

export const metadata: Metadata = {
  title: "Receivers",
  description:
    "What Gmail, Microsoft, Yahoo, Postfix, Exim, SpamAssassin, Rspamd and others do with a mail server's identity, by the rules they publish.",
};

export default function ReceiversPage() {
  return (
    <Page search="">
      <article className="prose">
        <h1>Receivers</h1>
        <p className="lead">
          Whose rules about a sender's identity we have read, and in which version. A report says what each would do
          with mail from a server, by these rules: no promise, for receivers weigh the message, too, and rules change.
        </p>
        {KINDS.map((kind) => (
          <section key={kind}>
            <h2 className="label">{KIND_WORDS[kind]}</h2>
            <ul className="card index">
              {receivers
                .filter((receiver) => receiver.kind === kind)
                .map(({ id, name, setting, source }) => (
                  <li key={id}>
                    <a href={`/receivers/${id}`}>{name}</a>
                    <p>
                      {setting && `${setting}. `}
                      {source.label}
                      {source.version && `, ${source.version}`}, read {source.read}.
                    </p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </article>
    </Page>
  );
}
