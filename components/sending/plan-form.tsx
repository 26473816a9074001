import { Button } from "../ui/button.tsx";
import { AsFields, OtherProblems } from "./as-fields.tsx";
import { type FormProblem, LinesField } from "./lines-field.tsx";

/** "I send as …, from …, through these addresses." A plain form: it works without scripts. */
export function PlanForm(props: {
  readonly values: {
    readonly from: string;
    readonly name: string;
    readonly selector: string;
    readonly addresses: string;
    readonly ipv6Off: boolean;
  };
  readonly problems: readonly FormProblem[];
}) {
  const { values, problems } = props;
  const of = (field: string) => problems.filter((one) => one.field === field);
  return (
    <form method="post" action="/plan/make" className="card mt-6 grid gap-4 px-5 py-4 max-md:px-4">
      <AsFields values={values} problems={problems} labels={{ from: "I send as (domain)", name: "from (host name)" }} />
      <LinesField
        name="addresses"
        label="through these addresses"
        hint="One a line, IPv4 and IPv6, at most 16. These are the addresses that mail leaves from."
        example={"198.51.100.7\n2001:db8::7"}
        value={values.addresses}
        problems={of("addresses")}
      />
      <label className="flex min-h-6 items-center gap-2 text-sm max-md:min-h-11">
        <input
          type="checkbox"
          name="ipv6"
          value="off"
          defaultChecked={values.ipv6Off}
          className="size-4.5 accent-ink"
          aria-describedby={of("ipv6").length > 0 ? "other-problems" : undefined}
        />
        IPv6 is deliberately off: mail leaves over IPv4 only
      </label>
      <OtherProblems problems={of("ipv6")} />
      <p className="text-sm text-ink-2">
        Each address is checked once. The page that you get has a permanent link; you can check it again, print it and
        delete it.
      </p>
      <div>
        <Button primary>Make the checklist</Button>
      </div>
    </form>
  );
}
