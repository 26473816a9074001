import type { Confirmation } from "../../lib/checks/view.ts";
import { Configs } from "../plan/configs.tsx";

/** How something is set in several programs, folded. */
export function ConfigFold(props: { readonly configs: NonNullable<Confirmation["configs"]>; readonly label: string }) {
  const { configs, label } = props;
  return (
    <details className="mt-1.5 print:hidden">
      <summary className="inline-flex min-h-6 items-center underline decoration-control underline-offset-3 max-md:min-h-11">
        How to set it
      </summary>
      <Configs configs={configs} label={label} />
    </details>
  );
}
