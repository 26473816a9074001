import { Field } from "../forms/field.tsx";
import { type FormProblem, Problems } from "./lines-field.tsx";

/** What is sent as: the domain, the server's name, the DKIM selectors. */
export function AsFields(props: {
  readonly values: { readonly from: string; readonly name: string; readonly selector: string };
  readonly problems: readonly FormProblem[];
  /** In the words of the form. */
  readonly labels: { readonly from: string; readonly name: string };
}) {
  const { values, problems, labels } = props;
  const of = (field: string) => {
    const found = problems.filter((one) => one.field === field);
    return found.length > 0 ? found.map(({ says }) => says).join(" ") : undefined;
  };
  return (
    <div className="grid grid-cols-3 gap-4 max-md:grid-cols-1">
      <Field name="from" label={labels.from} example="example.com" value={values.from} problem={of("from")} />
      <Field name="name" label={labels.name} example="mail01.example.com" value={values.name} problem={of("name")} />
      <Field name="selector" label="DKIM selectors" example="s1 s2" value={values.selector} problem={of("selectors")} />
    </div>
  );
}

/** What is wrong with the form as a whole, by field. */
export function OtherProblems({ problems }: { readonly problems: readonly FormProblem[] }) {
  return problems.length > 0 ? <Problems id="other-problems" problems={problems} /> : null;
}
