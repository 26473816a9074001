import type { ReactNode } from "react";
import type { PresentedReceiver } from "../../lib/checks/view.ts";
import { Value } from "../ui/rich-text.tsx";
import { CONFIDENCE_WORDS, setWords, thresholdWords } from "./receiver-labels.ts";

/** By which rule a receiver does what it does, what it answers, and where that was read. */
export function ReceiverRule({ row }: { readonly row: PresentedReceiver }) {
  const { receiver, setting, reply, score, thresholds, source, confidence } = row;
  const scored = score && score.most > 0 ? setWords(score) : "";
  return (
    <dl className="grid gap-1 text-ink-2">
      {setting && <Entry label="Setting">{setting}</Entry>}
      {reply && (
        <Entry label="Reply">
          <Value>{reply}</Value>
        </Entry>
      )}
      {scored && <Entry label="Points by set of scores">{scored}</Entry>}
      {thresholds.length > 0 && <Entry label="By default it">{thresholdWords(thresholds)}</Entry>}
      {source && (
        <Entry label="Rule">
          {source.label}
          {source.version && `, ${source.version}`}
          {confidence && `; ${CONFIDENCE_WORDS[confidence]}`}, {source.read}.{" "}
          <a href={`/receivers/${receiver}`}>
            All its rules<span className="sr-only"> ({row.name})</span>
          </a>
        </Entry>
      )}
    </dl>
  );
}

function Entry({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[10rem_minmax(0,1fr)] gap-x-4 max-md:grid-cols-1">
      <dt className="text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
