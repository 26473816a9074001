import type { Metadata } from "next";
import { Doc } from "../../components/catalogue/doc.tsx";
import { ListenForm } from "../../components/listen/listen-form.tsx";
import { NoListener } from "../../components/listen/no-listener.tsx";
import { Page } from "../../components/ui/page.tsx";
import { readExpected } from "../../lib/http/listens.ts";
import { hasListener } from "../../lib/service/listens/current.ts";

export const metadata: Metadata = {
  title: "See what your server says when it sends",
  description:
    "Send one message to a one-off address: it is refused, and you see the connecting address, the EHLO name and the TLS of the server that sent it.",
};

/** Where an address to send to is made. */
export default async function ListenPage({ searchParams }: PageProps<"/listen">) {
  const query = await searchParams;
  const value = (name: string) => String([query[name] ?? ""].flat()[0] ?? "").slice(0, 600);
  const fields = { address: value("address"), helo: value("helo") };
  const read = readExpected(fields);
  const problems = "problems" in read ? Object.fromEntries(read.problems.map(({ field, says }) => [field, says])) : {};
  return (
    <Page search="" narrow>
      <Doc
        title="See what your server says when it sends"
        lead="A check from outside sees what your server says when it receives. Send one message to an address made here, and you see what it says when it sends: the connecting address, EHLO name, TLS and sender."
      >
        {hasListener() ? (
          <>
            <ListenForm {...fields} problems={problems} />
            <p className="text-sm text-ink-2">
              The address lives for an hour. It refuses every message, and the refusal names what was seen: the bounce
              is your receipt. Anyone with the link to its page can read it; none is listed.
            </p>
          </>
        ) : (
          <NoListener />
        )}
      </Doc>
    </Page>
  );
}
