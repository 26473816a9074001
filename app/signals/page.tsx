import type { Metadata } from "next";
import { StatusGuide } from "../../components/catalogue/status-guide.tsx";
import { GROUP_WORDS, GROUPS } from "../../components/ui/labels.ts";
import { Page } from "../../components/ui/page.tsx";
import { signals } from "../../lib/checks/signals/index.ts";

export const metadata: Metadata = {
  title: "Signals",
  description: "Everything Nameplate looks at: what each signal means, how it is judged, who cares, and how to fix it.",
};

export default function SignalsPage() {
  return (
    <Page search="">
      <article className="prose">
        <h1>Signals</h1>
        <p className="lead">
          Everything we look at, in the order of the scorecard. There is no score and no grade: each signal says what it
          found, and which receivers act on it.
        </p>
        <StatusGuide />
        {GROUPS.map((group) => {
          const members = signals.filter((signal) => signal.group === group);
          return (
            members.length > 0 && (
              <section key={group}>
                <h2 className="label">{GROUP_WORDS[group]}</h2>
                <ul className="card index">
                  {members.map(({ id, title, why }) => (
                    <li key={id}>
                      <a href={`/signals/${id}`}>{title}</a>
                      <p>{why}</p>
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </article>
    </Page>
  );
}
