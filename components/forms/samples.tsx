import type { DemoSection } from "../../lib/demo.ts";
import { Value } from "../ui/rich-text.tsx";

/** The demo's targets, each a form of its own: one press checks it. */
export function Samples({ sections }: { readonly sections: readonly DemoSection[] }) {
  return sections.map(({ title, samples }) => (
    <section key={title} className="samples">
      <h2>{title}</h2>
      <ul>
        {samples.map(({ id, target, options = {}, title, note }) => (
          <li key={id}>
            <form method="post" action="/check">
              {Object.entries(options).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button type="submit" name="target" value={target}>
                <b>{title}</b>
                <Value>{target}</Value>
                <small>{note}</small>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  ));
}
