import type { Report } from "../../lib/checks/view.ts";

/** The target with its options, as the form at `/` would send them. */
export function HiddenClaims({ target, path }: { readonly target: Report["target"]; readonly path: string }) {
  const { from, helo, selectors } = target.claims;
  return (
    <>
      <input type="hidden" name="target" value={path} />
      {from && <input type="hidden" name="from" value={from} />}
      {helo && <input type="hidden" name="helo" value={helo} />}
      {selectors.length > 0 && <input type="hidden" name="selector" value={selectors.join(" ")} />}
    </>
  );
}
