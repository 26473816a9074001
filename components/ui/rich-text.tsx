import { type Text, visible } from "../../lib/checks/view.ts";
import { Sentence } from "./sentence.tsx";

/** A foreign value: isolated, capped, with invisible characters spelled out. */
export function Value({ children, max }: { readonly children: string; readonly max?: number }) {
  return <Sentence parts={[[visible(children, max)]]} />;
}

/** A sentence with values in it. */
export function RichText({ children }: { readonly children: Text }) {
  return <Sentence parts={children.map((part) => ("prose" in part ? part.prose : [visible(part.code)]))} />;
}
