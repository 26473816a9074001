import {
  forwardRecord,
  forwardType,
  type Guide,
  type GuideReading,
  type IpAddress,
  type Provider,
  ptrRecord,
} from "../../lib/checks/view.ts";
import { Field } from "../forms/field.tsx";
import { ProviderWays } from "../plan/provider-ways.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Doc } from "./doc.tsx";

/** How a PTR record is set at one provider, on a page of its own. */
export function ProviderGuide(props: {
  readonly guide: Omit<Guide, "path">;
  readonly provider: Provider | undefined;
  readonly reading: GuideReading;
}) {
  const { guide, provider, reading } = props;
  const { values, given } = reading;
  const verified = !provider || provider.guides.length > 0;
  return (
    <Doc
      crumbs={<a href="/providers">How to set a PTR record</a>}
      title={`How to set a PTR record at ${guide.name}`}
      lead="The PTR record gives an address its name. The provider of the address sets it; your own domain’s DNS cannot hold it. If you bought from a reseller, ask the reseller."
    >
      {!verified && (
        <Banner tone="info">
          How customers of {guide.name} set it has not been verified yet. These steps apply at most providers.
        </Banner>
      )}
      <FillIn id={guide.id} reading={reading} />
      <Section title="1. Publish the forward record">
        <p>
          At the DNS host of the name’s domain: the {forwardType(given.address)} record of <Value>{values.name}</Value>.
          It must be an address record, not an alias (CNAME).
        </p>
        {given.address && <Copyable label="the forward record">{forward(given.address, values.name)}</Copyable>}
      </Section>
      <Section title="2. Set the PTR record">
        <ProviderWays ways={guide.ways} provider={guide.name} level="h3" />
        {given.address && (
          <>
            <p className="mt-3">As a line of a zone file, it is this:</p>
            <Copyable label="the PTR record">{ptrRecord(given.address, values.name)}</Copyable>
          </>
        )}
      </Section>
      <Section title="3. Proof">
        <p>
          The first command answers with the name <Value>{values.name}</Value>, the second with the address.
        </p>
        <Copyable label="commands that prove it">
          {`dig +short -x ${values.address}\ndig +short -t ${given.address?.includes(":") ? "AAAA" : "A"} -q ${values.name}`}
        </Copyable>
      </Section>
      {provider && <Recognised provider={provider} />}
    </Doc>
  );
}

const forward = (address: IpAddress, name: string): string =>
  forwardRecord({ address, type: address.includes(":") ? "AAAA" : "A" }, name);

/** A plain form that asks for the same page with the reader's values in it. */
function FillIn({ id, reading: { given, wrong } }: { readonly id: string; readonly reading: GuideReading }) {
  return (
    <form
      className="card grid grid-cols-[1fr_1fr_auto] gap-3 px-5 py-3.5 max-md:grid-cols-1 max-md:px-4"
      method="get"
      action={`/providers/${id}`}
    >
      <Field
        name="address"
        label="Your server’s address"
        example="203.0.113.10"
        value={given.address ?? ""}
        problem={wrong.includes("address") && "That is not an IPv4 or IPv6 address, so it was left out."}
      />
      <Field
        name="name"
        label="Host name"
        example="mail.example.com"
        value={given.name ?? ""}
        problem={wrong.includes("name") && "That cannot be the public name of a server, so it was left out."}
      />
      <Button className="mt-6 self-start max-md:mt-0">Fill in</Button>
    </form>
  );
}

function Recognised({ provider: { name, recognise } }: { readonly provider: Provider }) {
  const { ptr = [], zone = [], asns = [] } = recognise;
  return (
    <Section title="How reports recognise it">
      {ptr.length + zone.length + asns.length === 0 ? (
        <p>They do not: we know of no sign in DNS.</p>
      ) : (
        <ul className="list-disc pl-4.5">
          {ptr.map(({ source }) => (
            <li key={source}>
              By its default PTR names: <Value max={400}>{source}</Value>
            </li>
          ))}
          {zone.map((one) => (
            <li key={one}>
              By the name servers of its reverse zones, in <Value>{one}</Value>, also where the PTR record was changed.
            </li>
          ))}
          {asns.length > 0 && (
            <li>
              By its autonomous systems, {asns.map((asn) => `AS${asn}`).join(", ")}: a hint only, since resellers share
              them with {name}.
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
