import type { LogText } from "../../lib/inbound/log/reading.ts";
import type { Meant } from "../../lib/inbound/log/table.ts";
import { ButtonLink } from "../ui/button.tsx";
import { GonePage, type WhyGone } from "../ui/gone-page.tsx";
import { logDeletePath, logFilePath } from "../ui/paths.ts";
import { PermanentLink } from "../ui/permanent-link.tsx";
import { utcDay } from "../ui/time.ts";
import { LogView } from "./log-view.tsx";

/** The table of a log at its permanent address. */
export function KeptLogView(props: {
  readonly id: string;
  readonly url: string;
  readonly table: Pick<LogText, "readings" | "unread" | "lines" | "programs"> & { readonly meant: Meant };
  /** When it was kept, ISO 8601. */
  readonly seenAt: string;
  readonly keptUntil: string | undefined;
}) {
  const { id, url, table, seenAt, keptUntil } = props;
  const forms = [
    ["csv", "CSV"],
    ["json", "JSON"],
    ["md", "Markdown"],
  ] as const;
  return (
    <LogView
      log={table}
      meant={table.meant}
      files={forms.map(([form, label]) => (
        <ButtonLink key={form} href={logFilePath(id, form)}>
          {label}
        </ButtonLink>
      ))}
      kept={
        <footer className="mt-6 grid gap-0.5 text-sm text-ink-2">
          <p>
            Kept on <time dateTime={seenAt}>{utcDay(seenAt)}</time>, without message IDs and without the text it was
            read from.
          </p>
          <p>
            <PermanentLink url={url} keptUntil={keptUntil} />
          </p>
          <p className="print:hidden">
            <a href={logDeletePath(id)} rel="nofollow">
              Delete this table
            </a>{" "}
            asks first. It works in the browser that kept it.
          </p>
        </footer>
      }
    />
  );
}

/** Where a kept table was. */
export function LogGone({ why }: { readonly why: WhyGone }) {
  return (
    <GonePage what="table" why={why}>
      <p>
        <ButtonLink href="/bounce" primary>
          Paste a log
        </ButtonLink>
      </p>
    </GonePage>
  );
}
