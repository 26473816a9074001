import { Card } from "../ui/card.tsx";
import { Copyable } from "../ui/copyable.tsx";
import { utc } from "../ui/time.ts";

/** Where to send, and until when. */
export function SendCard(props: {
  readonly address: string;
  readonly readAddress: string;
  readonly expiresAt: number;
  /** Whether the hour is over. */
  readonly ended: boolean;
}) {
  const { address, readAddress, expiresAt, ended } = props;
  return (
    <Card padded className="mt-4 grid gap-2 text-sm text-ink-2">
      {ended ? (
        <p>
          <b className="text-ink">This address has ended.</b> What was seen stays here for a day. To see more,{" "}
          <a href="/listen">make a new one</a>.
        </p>
      ) : (
        <>
          <Copyable label="the address to send to">{address}</Copyable>
          <p>
            Send from the server in question; subject and text do not matter. The address ends at{" "}
            <time dateTime={new Date(expiresAt).toISOString()}>{utc(expiresAt)}</time>. We refuse it at RCPT, before its
            content is sent.
          </p>
          <details>
            <summary className="cursor-pointer underline">Have the message read, too</summary>
            <p className="mt-2">
              Messages to this address are read: DKIM, SPF, DMARC, ARC and a few headers. The body is dropped at once;
              the headers are kept for 24 hours.
            </p>
            <Copyable label="the address whose messages are read">{readAddress}</Copyable>
          </details>
        </>
      )}
    </Card>
  );
}
