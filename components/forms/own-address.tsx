"use client";

import { useEffect, useState } from "react";

/**
 * The offer to check the address the reader comes from, with the doubt that belongs to it. The page is the same for
 * everybody, so the browser asks; without scripts, or from inside a network, the link says how to find the right one. The
 * address is as this service spells it, so nothing in it has to be made visible.
 */
export function OwnAddress() {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    fetch("/ip", { headers: { accept: "application/json" }, signal: stop.signal })
      .then((response) => response.json())
      .then((said: { address: string | null; public: boolean }) => {
        if (said.public && said.address) setAddress(said.address);
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, []);
  if (!address)
    return (
      <p className="flex min-h-8 items-center">
        <a href="/your-address">Which address does your mail leave from?</a>
      </p>
    );
  return (
    <form className="flex min-h-8 flex-wrap items-center gap-x-2 *:py-1" method="post" action="/check">
      <span>
        You come from{" "}
        <code>
          <bdi>{address}</bdi>
        </code>
        .
      </span>
      <button type="submit" name="target" value={address} className="link-button max-md:min-h-11">
        Check it
      </button>
      <a href="/your-address">Is it the one your mail leaves from?</a>
    </form>
  );
}
