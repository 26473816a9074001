import type { Metadata } from "next";
import { headers } from "next/headers";
import { Copyable } from "../../components/ui/copyable.tsx";
import { Page } from "../../components/ui/page.tsx";
import { Value } from "../../components/ui/rich-text.tsx";
import { parseAddress } from "../../lib/checks/address.ts";
import { clientOf, originOf } from "../../lib/http/headers.ts";
import { vantage } from "../../lib/vantage.ts";

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
    <Page search="">
      <article className="prose">
        <h1>Your address</h1>
        <p className="lead">
          {address ? (
            <>
              You are coming from <Value>{address}</Value>.
            </>
          ) : (
            "We could not tell which address you are coming from."
          )}
        </p>
        {address && vantage().guard(address).allowed ? (
          <form method="post" action="/check">
            <button type="submit" name="target" value={address} className="button primary">
              Check this address
            </button>
          </form>
        ) : (
          address && <p>It is not a public address, so receivers never see it: there is nothing to check.</p>
        )}
        <h2>It may not be the one your mail leaves from</h2>
        <p>
          Your browser and your mail server are often two machines, and one machine can have several addresses. Ask on
          the mail server itself, over IPv4 and over IPv6:
        </p>
        <Copyable label="ask for the IPv4 address">{`curl -4 ${origin}/ip`}</Copyable>
        <Copyable label="ask for the IPv6 address">{`curl -6 ${origin}/ip`}</Copyable>
        <p>See which of its addresses it uses towards a mail server outside, here one of Gmail’s:</p>
        <Copyable label="see the source address">
          {"ip route get $(dig +short gmail-smtp-in.l.google.com A | tail -n 1)"}
        </Copyable>
        <p>
          Behind <code>src</code> stands the address it leaves with; a private one is translated on the way, and then
          the first command is right. If mail goes out through a relay, none of these is it: send a message to a mailbox
          elsewhere and <a href="/bounce">paste its headers</a>. The receiver wrote down whom it saw.
        </p>
      </article>
    </Page>
  );
}
