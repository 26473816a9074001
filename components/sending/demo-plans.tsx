import { SampleForm } from "../forms/sample-form.tsx";
import { Section } from "../ui/section.tsx";

/** In the demo: plans and moves to try, each a form of its own. */
export function DemoPlans(props: {
  readonly action: string;
  readonly samples: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
}) {
  const { action, samples } = props;
  if (samples.length === 0) return null;
  return (
    <Section title="To try in this demo">
      <ul className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
        {samples.map(({ id, title, note, fields }) => (
          <li key={id}>
            <SampleForm action={action} fields={fields} title={title} note={note} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
