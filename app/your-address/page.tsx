import type { Metadata } from "next";
import { headers } from "next/headers";
import { Doc } from "../../components/catalogue/doc.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Copyable } from "../../components/ui/copyable.tsx";
import { Page } from "../../components/ui/page.tsx";
import { Value } from "../../components/ui/rich-text.tsx";
import { Section } from "../../components/ui/section.tsx";
import { parseAddress } from "../../lib/checks/view.ts";
import { clientOf, originOf } from "../../lib/http/headers.ts";
import { vantage } from "../../lib/service/service-vantage.ts";

export const metadata: Metadata = {
  title: "Your address",
  description: "The address you are coming from, and how to find the one your mail leaves from.",
};

/** The reader's own address, and why it may not be the one that matters. */
export default async function YourAddressPage() {
  const given = await headers();
  const client = clientOf(given);
  const address = parseAddress(client);
  const origin = originOf(given);
  return (
    <Page search="" narrow>
      <Doc
        title="Your address"
        lead={
          address ? (
            <>
              You come from <Value>{address}</Value>.
            </>
          ) : (
            "We could not tell which address you come from."
          )
        }
      >
        {address && vantage().guard(address).allowed ? (
          <form method="post" action="/check">
            <Button primary name="target" value={address}>
              Check this address
            </Button>
          </form>
        ) : (
          address && <p>It is not a public address, so receivers never see it: there is nothing to check.</p>
        )}
        <Section title="It may not be the one your mail leaves from">
          <p>
            Your browser and your mail server are often two machines, and one machine can have several addresses. Ask on
            the mail server itself, over IPv4 and over IPv6:
          </p>
          <Copyable label="ask for the IPv4 address">{`curl -4 ${origin}/ip`}</Copyable>
          <Copyable label="ask for the IPv6 address">{`curl -6 ${origin}/ip`}</Copyable>
          <p className="mt-3">See which of its addresses it uses towards a mail server outside, here one of Gmail’s:</p>
          <Copyable label="see the source address">
            {"ip route get $(dig +short gmail-smtp-in.l.google.com A | tail -n 1)"}
          </Copyable>
          <p className="mt-3">
            The address after <code>src</code> is the source address. If it is private, a router translates it; then the
            first command is right.
          </p>
          <p className="mt-3">
            If mail goes out through a relay, none of these is it. Send a message to a mailbox elsewhere and{" "}
            <a href="/bounce">paste its headers</a>: the receiver noted the address it saw.
          </p>
        </Section>
      </Doc>
    </Page>
  );
}
