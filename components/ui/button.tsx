import type { ComponentProps } from "react";

/** A button that sends its form, unless its type says otherwise. One in a view is primary: what the reader came for. */
export function Button({ primary, className = "", type = "submit", ...props }: ComponentProps<"button"> & Weight) {
  return <button type={type} className={`${weight(primary)} ${className}`.trim()} {...props} />;
}

/** A link that looks like a button. */
export function ButtonLink({ primary, className = "", children, ...props }: ComponentProps<"a"> & Weight) {
  return (
    <a className={`${weight(primary)} ${className}`.trim()} {...props}>
      {children}
    </a>
  );
}

interface Weight {
  readonly primary?: boolean;
}
const weight = (primary: boolean | undefined): string => (primary ? "button primary" : "button");
