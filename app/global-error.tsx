"use client";

/** Where even the frame could not be made. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something broke on our side.</h1>
          <p>
            This says nothing about the server you looked at. <a href="/">Start page</a>
          </p>
        </main>
      </body>
    </html>
  );
}
