import type { IpAddress } from "../../lib/checks/address.ts";
import type { Provider } from "../../lib/checks/provider.ts";
import type { Guide } from "../../lib/checks/remedy/guide.ts";
import { forwardType, type GuideReading } from "../../lib/checks/remedy/guide-values.ts";
import { forwardRecord, ptrRecord } from "../../lib/checks/remedy/records.ts";
import { ProviderWays } from "../plan/provider-ways.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { Value } from "../ui/rich-text.tsx";

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
    <article className="prose guide">
      <p className="crumbs">
        <a href="/providers">How to set a PTR record</a>
      </p>
      <h1>How to set a PTR record at {guide.name}</h1>
      <p className="lead">
        The PTR record gives an address its name. It is set where the address comes from; it cannot be set at your
        domain’s DNS host. If you bought from a reseller, ask the reseller.
      </p>
      {!verified && (
        <p className="notice">
          How customers of {guide.name} set it has not been verified yet; here is what holds at most providers.
        </p>
      )}
      <FillIn id={guide.id} reading={reading} />
      <h2>1. Publish the forward record</h2>
      <p>
        At the DNS host of the name’s domain: the {forwardType(given.address)} record of <Value>{values.name}</Value>.
        It must be an address record, not an alias (CNAME).
      </p>
      {given.address && <Copyable label="the forward record">{forward(given.address, values.name)}</Copyable>}
      <h2>2. Set the PTR record</h2>
      <ProviderWays ways={guide.ways} provider={guide.name} level="h3" />
      {given.address && (
        <>
          <p>As a line of a zone file, it is this:</p>
          <Copyable label="the PTR record">{ptrRecord(given.address, values.name)}</Copyable>
        </>
      )}
      <h2>3. See that it is done</h2>
      <p>
        The first command answers with the name <Value>{values.name}</Value>, the second with the address.
      </p>
      <Copyable label="commands that prove it">
        {`dig +short -x ${values.address}\ndig +short -t ${given.address?.includes(":") ? "AAAA" : "A"} -q ${values.name}`}
      </Copyable>
      {provider && <Recognised provider={provider} />}
    </article>
  );
}

const forward = (address: IpAddress, name: string): string =>
  forwardRecord({ address, type: address.includes(":") ? "AAAA" : "A" }, name);

/** A plain form that asks for the same page with the reader's values in it. */
function FillIn({ id, reading: { given, wrong } }: { readonly id: string; readonly reading: GuideReading }) {
  const field = (name: "address" | "name", label: string, example: string) => (
    <div className="option">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        defaultValue={given[name] ?? ""}
        placeholder={example}
        aria-invalid={wrong.includes(name) ? true : undefined}
        aria-describedby={wrong.includes(name) ? `${name}-problem` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {wrong.includes(name) && (
        <p className="problem" id={`${name}-problem`}>
          {name === "address"
            ? "That is no IPv4 or IPv6 address, so it was left out."
            : "That cannot be the public name of a server, so it was left out."}
        </p>
      )}
    </div>
  );
  return (
    <form className="fill-in card" method="get" action={`/providers/${id}`}>
      {field("address", "Your server’s address", "203.0.113.10")}
      {field("name", "The name it shall have", "mail.example.com")}
      <button type="submit" className="button">
        Fill in
      </button>
    </form>
  );
}

function Recognised({ provider: { name, recognise } }: { readonly provider: Provider }) {
  const { ptr = [], zone = [], asns = [] } = recognise;
  return (
    <>
      <h2>How reports recognise it</h2>
      {ptr.length + zone.length + asns.length === 0 ? (
        <p>They do not: there is no sign of it in DNS that we know of.</p>
      ) : (
        <ul>
          {ptr.map(({ source }) => (
            <li key={source}>
              By the names it gives to addresses nobody has named: <Value max={400}>{source}</Value>
            </li>
          ))}
          {zone.map((one) => (
            <li key={one}>
              By the servers of its reverse zones, in <Value>{one}</Value>: that holds where the name was changed, too.
            </li>
          ))}
          {asns.length > 0 && (
            <li>
              By its network numbers, {asns.map((asn) => `AS${asn}`).join(", ")}: a hint only, since resellers share
              them with {name}.
            </li>
          )}
        </ul>
      )}
    </>
  );
}
