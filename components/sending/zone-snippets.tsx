import type { ZoneSnippet } from "../../lib/checks/view.ts";
import { Card } from "../ui/card.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { counted } from "../ui/labels.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";

/** The records, to be put in at one go: what is missing as it stands, what is there commented out. */
export function ZoneSnippets({ snippets }: { readonly snippets: readonly ZoneSnippet[] }) {
  if (snippets.length === 0) return null;
  const missing = snippets.reduce((sum, one) => sum + one.missing, 0);
  const unknown = snippets.reduce((sum, one) => sum + one.unknown, 0);
  const note =
    missing > 0
      ? `${counted(missing, "record")} missing`
      : unknown > 0
        ? "nothing is known to be missing"
        : "all of it is there";
  return (
    <Section title="Zone snippet" id="zone" note={note}>
      <Card padded>
        {snippets.map(({ id, says, lines }) => (
          <div key={id} className="not-first:mt-4 text-sm">
            <p className="text-ink-2">
              <RichText>{says}</RichText>
            </p>
            {lines.length > 0 && (
              <Copyable label={id === "own" ? "records of your own zones" : "records of the reverse zones"}>
                {lines.join("\n")}
              </Copyable>
            )}
          </div>
        ))}
      </Card>
    </Section>
  );
}
