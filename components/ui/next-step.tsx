import type { Explanation } from "../../lib/inbound/explain.ts";
import { RichText } from "./rich-text.tsx";

/** What to do first about a refusal, and where that is written in full. */
export function NextStep({ next, link }: Pick<Explanation, "next" | "link">) {
  if (!next) return null;
  return (
    <p>
      Next: <RichText>{next}</RichText>
      {link && (
        <>
          {" "}
          <a href={link.url} rel="external noreferrer">
            {link.title}
          </a>
        </>
      )}
    </p>
  );
}
