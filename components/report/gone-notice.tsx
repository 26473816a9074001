import { CheckForm } from "../forms/check-form.tsx";
import { Button } from "../ui/button.tsx";
import { GonePage, type WhyGone } from "../ui/gone-page.tsx";

/**
 * Where a report was. Nothing of it is shown, its target neither, so the field is empty. `undo` is where whoever has just
 * deleted it can take it back.
 */
export function GoneNotice({ why, undo }: { readonly why: WhyGone; readonly undo?: string | undefined }) {
  return (
    <GonePage what="report" why={why}>
      {undo && (
        <form method="post" action={undo} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button name="undo" value="1">
            Undo
          </Button>
          <span className="text-sm text-ink-2">For one minute you can restore it.</span>
        </form>
      )}
      <p>You can check the target again at any time.</p>
      <CheckForm state={{ target: "", from: "", helo: "", selector: "", problems: {}, choices: [], pool: [] }} />
    </GonePage>
  );
}
