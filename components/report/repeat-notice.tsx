/** On a report that was shown instead of checking the same again: it is still fresh, and when it can be checked anew. */
export function RepeatNotice({ seconds }: { readonly seconds: number }) {
  return (
    <p className="notice not-printed" role="status">
      This was checked a moment ago, so nothing was asked again. You can check it again in {seconds}{" "}
      {seconds === 1 ? "second" : "seconds"}.
    </p>
  );
}
