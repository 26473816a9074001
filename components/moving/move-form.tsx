import { AsFields } from "../sending/as-fields.tsx";
import { type FormProblem, LinesField } from "../sending/lines-field.tsx";
import { Button } from "../ui/button.tsx";

/** "From these addresses to those." A plain form: it works without scripts. */
export function MoveForm(props: {
  readonly values: {
    readonly from: string;
    readonly name: string;
    readonly selector: string;
    readonly before: string;
    readonly after: string;
    readonly purpose: "move" | "fail-over";
  };
  readonly problems: readonly FormProblem[];
}) {
  const { values, problems } = props;
  const of = (field: string) => problems.filter((one) => one.field === field);
  return (
    <form method="post" action="/move/make" className="card mt-6 grid gap-4 px-5 py-4 max-md:px-4">
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-semibold">What it is for</legend>
        {PURPOSES.map(([purpose, label]) => (
          <label key={purpose} className="flex min-h-6 items-center gap-2 text-sm max-md:min-h-11">
            <input
              type="radio"
              name="purpose"
              value={purpose}
              defaultChecked={values.purpose === purpose}
              className="size-4.5 accent-ink"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <LinesField
          name="before"
          label="Old addresses"
          hint="Those that mail leaves from today, one a line, at most 16."
          example={"198.51.100.7"}
          value={values.before}
          problems={of("before")}
        />
        <LinesField
          name="after"
          label="New addresses"
          hint="Those it will leave from, or those of the fail-over site."
          example={"203.0.113.7"}
          value={values.after}
          problems={of("after")}
        />
      </div>
      <AsFields
        values={values}
        problems={problems}
        labels={{ from: "Sending domain (optional)", name: "Name of the new server (optional)" }}
      />
      <div>
        <Button primary>Compare them</Button>
      </div>
    </form>
  );
}

const PURPOSES = [
  ["move", "A move: the new addresses replace the old ones"],
  ["fail-over", "A fail-over site: the second addresses take over when the first fail"],
] as const;
