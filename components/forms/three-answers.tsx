import { Section } from "../ui/section.tsx";

const ANSWERS = [
  [
    "Reverse",
    "203.0.113.20 PTR mail.example.com",
    "Set by the provider of the address, usually your hosting provider.",
  ],
  ["Forward", "mail.example.com A 203.0.113.20", "Set in your own DNS. It must resolve back to the same address."],
  ["EHLO", "EHLO mail.example.com", "Set in your mail server: a name that resolves, preferably the same one."],
] as const;

/** What an identity is made of, for somebody who has never heard of it. */
export function ThreeAnswers() {
  return (
    <Section title="Three answers must agree">
      <dl className="card grid grid-cols-3 text-sm max-md:grid-cols-1">
        {ANSWERS.map(([title, record, says]) => (
          <div
            key={title}
            className="border-line px-4.5 py-3.5 not-first:border-l max-md:not-first:border-t max-md:not-first:border-l-0"
          >
            <dt className="font-semibold">{title}</dt>
            <dd>
              <code className="my-0.5 block">{record}</code>
              <span className="text-ink-2">{says}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
