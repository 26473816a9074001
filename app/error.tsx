"use client";

import { Button, ButtonLink } from "../components/ui/button.tsx";
import { Notice } from "../components/ui/notice-page.tsx";
import { Page } from "../components/ui/page.tsx";

/** A fault of ours. The number is in our log, too. */
export default function ErrorPage({
  error,
  retry,
}: {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}) {
  return (
    <Page search="" narrow>
      <Notice title="Something went wrong on our side.">
        <p>
          This says nothing about the server you looked at.
          {error.digest && ` The fault is in our log under ${error.digest}.`}
        </p>
        <p className="flex gap-2">
          <Button primary type="button" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/">Start page</ButtonLink>
        </p>
      </Notice>
    </Page>
  );
}
