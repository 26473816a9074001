import { type ReportedSubject, visible } from "../../lib/checks/view.ts";
import { SCOPE_WORDS } from "../ui/labels.ts";

/** Which of several servers or names a part of a report is about. */
export function SubjectTitle({ subject }: { readonly subject: ReportedSubject }) {
  const { scope, address, name, id } = subject;
  return (
    <h3 className="my-1 flex flex-wrap items-baseline gap-x-3 text-base">
      <bdi className="font-mono">{visible(address ?? name ?? id)}</bdi>
      <span className="text-sm font-normal text-ink-2">
        {SCOPE_WORDS[scope] ?? "Name"}
        {address && name && (
          <>
            , <bdi>{visible(name)}</bdi>
          </>
        )}
      </span>
    </h3>
  );
}
