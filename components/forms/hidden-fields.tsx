import type { Report } from "../../lib/checks/view.ts";

/** What a form sends along unseen: a field for each value that is there. */
export function HiddenFields({ fields }: { readonly fields: Readonly<Record<string, string | undefined>> }) {
  return Object.entries(fields).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  );
}

/** What is chosen in the query of an address, for a form that leads to the same page or to another one with it. */
export function HiddenQuery({ query }: { readonly query: string }) {
  const params = new URLSearchParams(query);
  return (
    <HiddenFields
      fields={Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name).join(" ")]))}
    />
  );
}

/** A check's options, as fields of the form at `/`. */
export function HiddenOptions({ options }: { readonly options: Partial<Report["target"]["claims"]> }) {
  const { from, helo, selectors = [] } = options;
  return <HiddenFields fields={{ from, helo, selector: selectors.join(" ") }} />;
}
