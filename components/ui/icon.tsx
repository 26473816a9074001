import type { Status } from "../../lib/checks/signal.ts";

export type IconName = Status | "open";

/** The shapes of all icons and arrows, once a page; `Icon` and the identity chain refer to them. */
export function IconSprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0L8 4L0 8z" />
      </marker>
      <symbol id="i-pass" viewBox="0 0 16 16">
        <path d="M3 8.5l3.5 3.5L13 4.5" />
      </symbol>
      <symbol id="i-warn" viewBox="0 0 16 16">
        <path d="M8 2.5L14.5 13.5H1.5z" className="solid" />
      </symbol>
      <symbol id="i-fail" viewBox="0 0 16 16">
        <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
      </symbol>
      <symbol id="i-info" viewBox="0 0 16 16">
        <path d="M8 7v5.5M8 3.4v.2" />
      </symbol>
      <symbol id="i-skipped" viewBox="0 0 16 16">
        <path d="M3 8h10" />
      </symbol>
      <symbol id="i-unknown" viewBox="0 0 16 16">
        <path d="M5 5.6C5 2 11 2 11 5.4 11 7.6 8 7.6 8 9.8M8 12.9v.2" />
      </symbol>
      <symbol id="i-open" viewBox="0 0 16 16">
        <path d="M6 3.5L10.5 8 6 12.5" />
      </symbol>
    </svg>
  );
}

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
