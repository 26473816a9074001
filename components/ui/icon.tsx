"use client";

import type { IconName } from "./icon-sprite.tsx";

// Drawn on both sides: what the server sends along for the browser is then a name and not the drawing (decision 0025).
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
