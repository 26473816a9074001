import type { Config } from "../../lib/checks/view.ts";
import { Copyable } from "../ui/copyable.tsx";

/** Lines of configuration to copy, for each program. */
export function Configs({ configs, label }: { readonly configs: readonly Config[]; readonly label: string }) {
  return configs.map(({ program, where, lines }) => (
    <div key={program} className="mt-2">
      <p>
        <b>{program}</b> <span className="text-ink-2">({where})</span>
      </p>
      <Copyable label={`${program}, ${label}`}>{lines}</Copyable>
    </div>
  ));
}
