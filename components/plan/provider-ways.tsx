import type { FilledGuide } from "../../lib/checks/view.ts";
import { Copyable } from "../ui/copyable.tsx";
import { each } from "../ui/in-place.tsx";
import { RichText } from "../ui/rich-text.tsx";

/** The ways to set a PTR record at one provider; `level` is the heading of a product, where there are several. */
export function ProviderWays(props: {
  readonly ways: readonly FilledGuide[];
  readonly provider: string;
  readonly level: "h3" | "h4";
}) {
  const { ways, provider, level: Heading } = props;
  return each(ways, (way) => {
    const what = way.product ? `${provider}, ${way.product}` : provider;
    return (
      <div className="grid gap-1.5 not-first:mt-4">
        {way.product && <Heading className="m-0 text-base tracking-normal text-ink normal-case">{way.product}</Heading>}
        {way.panel.length > 0 && (
          <ol className="list-decimal pl-5">
            {each(way.panel, (step) => (
              <li>
                <RichText>{step}</RichText>
              </li>
            ))}
          </ol>
        )}
        {way.ticket && (
          <p>
            <RichText>{way.ticket}</RichText>
          </p>
        )}
        {way.cli.length > 0 && <Copyable label={`command for ${what}`}>{way.cli.join("\n")}</Copyable>}
        {way.api.length > 0 && <Copyable label={`API request for ${what}`}>{way.api.join("\n")}</Copyable>}
        {way.restrictions.length > 0 && (
          <ul className="list-disc pl-5">
            {each(way.restrictions, (one) => (
              <li>
                <RichText>{one}</RichText>
              </li>
            ))}
          </ul>
        )}
        <p className="text-sm text-ink-2">
          {way.forwardFirst ? "Refused unless the forward record is there first. " : ""}
          Read in{" "}
          <a href={way.source.url} rel="external noreferrer">
            {way.source.label}
          </a>
          , {month(way.source.read)}.
        </p>
      </div>
    );
  });
}

/** "November 2026". */
const month = (read: string): string =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${read}-01T00:00:00Z`),
  );
