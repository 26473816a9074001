/** Without scripts a page asks for itself again, for as long as there is more to come. */
export function ReloadWithoutScripts({ seconds }: { readonly seconds: number }) {
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  );
}
