import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";

/** The big field and its button: what a page is about. */
export function TargetField(props: {
  /** The id and, unless `name` says otherwise, the name of the field. */
  readonly id: string;
  readonly name?: string;
  readonly value?: string;
  readonly placeholder: string;
  readonly problem?: ReactNode;
  readonly autoFocus?: boolean;
}) {
  const { id, name = id, value, placeholder, problem, autoFocus } = props;
  return (
    <>
      <div className="flex overflow-hidden rounded-md border-[1.5px] border-control bg-card has-[input:focus-visible]:outline-[2.5px] has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-brass has-[[aria-invalid]]:border-fail max-md:flex-col">
        <input
          id={id}
          name={name}
          defaultValue={value}
          placeholder={placeholder}
          aria-describedby={problem ? `${id}-problem` : undefined}
          aria-invalid={problem ? true : undefined}
          className="min-w-0 flex-1 px-4.5 py-3.5 font-mono outline-0"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          // biome-ignore lint/a11y/noAutofocus: the page is this one field
          autoFocus={autoFocus}
          required
        />
        <button type="submit" className="min-h-12 bg-ink px-7.5 font-semibold text-paper hover:bg-ink-2">
          Check
        </button>
      </div>
      {problem && <ProblemLine id={`${id}-problem`}>{problem}</ProblemLine>}
    </>
  );
}

/** A small field under its label, with what is wrong with what it holds. */
export function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly problem?: ReactNode;
}) {
  const { name, label, example, value, problem } = props;
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={name} className="text-sm text-ink-2">
        {label}
      </label>
      <input
        id={name}
        name={name}
        defaultValue={value}
        placeholder={example}
        aria-describedby={problem ? `${name}-problem` : undefined}
        aria-invalid={problem ? true : undefined}
        className="input"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {problem && <ProblemLine id={`${name}-problem`}>{problem}</ProblemLine>}
    </div>
  );
}

function ProblemLine({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="mt-2 flex gap-2 text-sm" id={id}>
      <span className="text-fail">
        <Icon name="fail" />
      </span>
      <span>{children}</span>
    </p>
  );
}
