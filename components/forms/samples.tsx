import type { DemoSection } from "../../lib/service/demo.ts";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { SampleForm } from "./sample-form.tsx";

/** The demo's targets, each a form of its own: one press checks it. */
export function Samples({ sections }: { readonly sections: readonly DemoSection[] }) {
  return sections.map(({ title, samples }) => (
    <Section key={title} title={title}>
      <ul className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
        {samples.map(({ id, target, pool, options = {}, title, note }) => (
          <li key={id}>
            <SampleForm
              action={pool ? "/pool/start" : "/check"}
              fields={{ ...options, [pool ? "text" : "target"]: pool ?? target }}
              title={title}
              note={note}
            >
              <span className="text-sm">
                <Value>{pool ?? target}</Value>
              </span>
            </SampleForm>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
