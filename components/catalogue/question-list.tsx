import { AskForm } from "../forms/ask-form.tsx";
import { Section } from "../ui/section.tsx";
import type { Question } from "./questions.ts";

/** Questions with their answers, each with what answers it for the reader. */
export function QuestionList(props: {
  readonly title: string;
  readonly questions: readonly Question[];
  /** The title of a signal, by its id. */
  readonly titleOf: (signal: string) => string;
}) {
  const { title, questions, titleOf } = props;
  return (
    <Section title={title}>
      <ul className="card lines">
        {questions.map((question) => (
          <li
            key={question.id}
            id={question.id}
            className="px-5 py-3.5 target:shadow-[inset_3px_0_var(--color-brass)] max-md:px-4"
          >
            <h3 className="text-base">{question.asks}</h3>
            <p className="text-sm text-ink-2">{question.answer}</p>
            <Leads question={question} titleOf={titleOf} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Leads(props: { readonly question: Question; readonly titleOf: (signal: string) => string }) {
  const { id, asks, leads } = props.question;
  switch (leads.kind) {
    case "check":
      return (
        <>
          <AskForm id={`ask-${id}`} question={asks} />
          <p className="mt-1.5 text-sm text-ink-3">
            The report answers it under{" "}
            <a href={`/signals/${leads.signal}`} className="inline-block py-0.5">
              {props.titleOf(leads.signal)}
            </a>
            .
          </p>
        </>
      );
    case "bounce":
      return (
        <p className="mt-1.5 text-sm">
          <a href="/bounce" className="inline-block py-0.5">
            Paste the bounce
          </a>
        </p>
      );
    case "page":
      return (
        <p className="mt-1.5 text-sm">
          <a href={leads.href} className="inline-block py-0.5">
            {leads.label}
          </a>
        </p>
      );
  }
}
