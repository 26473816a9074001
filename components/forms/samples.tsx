import type { DemoSection } from "../../lib/service/demo.ts";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { HiddenFields } from "./hidden-fields.tsx";

/** The demo's targets, each a form of its own: one press checks it. */
export function Samples({ sections }: { readonly sections: readonly DemoSection[] }) {
  return sections.map(({ title, samples }) => (
    <Section key={title} title={title}>
      <ul className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
        {samples.map(({ id, target, pool, options = {}, title, note }) => (
          <li key={id}>
            <form method="post" action={pool ? "/pool/start" : "/check"} className="h-full">
              <HiddenFields fields={options} />
              <button
                type="submit"
                name={pool ? "text" : "target"}
                value={pool ?? target}
                className="card grid size-full content-start px-4 py-2.5 text-left hover:border-control"
              >
                <b>{title}</b>
                <span className="text-sm">
                  <Value>{pool ?? target}</Value>
                </span>
                <span className="text-sm text-ink-2">{note}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
