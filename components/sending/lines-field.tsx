import { Icon } from "../ui/icon.tsx";

/** What is wrong with one field, or with one line of it. */
export interface FormProblem {
  readonly field: string;
  readonly says: string;
  readonly line?: number;
  readonly text?: string;
}

/** A field for addresses, one a line; each line that cannot be read is named with what would work. */
export function LinesField(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly value: string;
  readonly problems: readonly FormProblem[];
}) {
  const { name, label, hint, example, value, problems } = props;
  const described = [`${name}-hint`, ...(problems.length > 0 ? [`${name}-problems`] : [])].join(" ");
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="text-sm text-ink-2">
        {hint}
      </p>
      <textarea
        id={name}
        name={name}
        rows={4}
        defaultValue={value}
        placeholder={example}
        aria-describedby={described}
        aria-invalid={problems.length > 0 ? true : undefined}
        className="w-full resize-y rounded-md border-[1.5px] border-control bg-card px-4 py-2.5 font-mono text-sm aria-[invalid]:border-fail"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {problems.length > 0 && <Problems id={`${name}-problems`} problems={problems} />}
    </div>
  );
}

/** The sentences beside a field, each with its line. */
export function Problems({ id, problems }: { readonly id: string; readonly problems: readonly FormProblem[] }) {
  return (
    <ul id={id} className="grid gap-1 text-sm">
      {problems.map(({ line, says }) => (
        <li key={`${line} ${says}`} className="flex gap-2">
          <span className="text-fail">
            <Icon name="fail" />
          </span>
          <span>
            {line !== undefined && <b>Line {line}: </b>}
            {says}
          </span>
        </li>
      ))}
    </ul>
  );
}
