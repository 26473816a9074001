import { type Text, visible } from "../lib/checks/text.ts";
import { each } from "./each.tsx";

/** A foreign value: isolated, capped, with invisible characters spelled out. */
export function Value({ children, max }: { readonly children: string; readonly max?: number }) {
  return (
    <code>
      <bdi>{visible(children, max)}</bdi>
    </code>
  );
}

/** A sentence with values in it. */
export function RichText({ children }: { readonly children: Text }) {
  return each(children, (part) => ("prose" in part ? part.prose : <Value>{part.code}</Value>));
}
