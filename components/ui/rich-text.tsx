import { type Text, visible } from "../../lib/checks/view.ts";

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
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity but their place
  return children.map((part, place) => ("prose" in part ? part.prose : <Value key={place}>{part.code}</Value>));
}
