import type { OneLiner } from "../../lib/listener/one-liners.ts";
import { Copyable } from "../ui/copyable.tsx";

/** Commands for a machine that has no mail program at hand. */
export function OneLiners({ commands }: { readonly commands: readonly OneLiner[] }) {
  return (
    <details className="mt-4 text-sm">
      <summary className="cursor-pointer underline">You cannot send mail from it? Run one of these there</summary>
      <p className="mt-2 text-ink-2">
        They show the address that the machine connects from. The EHLO name is the machine’s own name: your mail server
        may use another one.
      </p>
      <dl className="mt-2 grid gap-2">
        {commands.map(({ tool, command }) => (
          <div key={tool}>
            <dt className="font-semibold">{tool}</dt>
            <dd>
              <Copyable label={`the command for ${tool}`}>{command}</Copyable>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
