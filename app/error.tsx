"use client";

/** A fault of ours. The number is in our log, too. */
export default function ErrorPage({
  error,
  retry,
}: {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}) {
  return (
    <main className="statement" id="main">
      <h1>Something broke on our side.</h1>
      <p>
        This says nothing about the server you looked at.{error.digest && ` The fault is noted under ${error.digest}.`}
      </p>
      <p>
        <button type="button" className="button primary" onClick={retry}>
          Try again
        </button>{" "}
        <a href="/">Start page</a>
      </p>
    </main>
  );
}
