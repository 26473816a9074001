import { Value } from "../ui/rich-text.tsx";

/** The offer to check the address the reader comes from, with the doubt that belongs to it. */
export function OwnAddress({ address }: { readonly address: string | undefined }) {
  if (!address)
    return (
      <p className="flex min-h-8 items-center">
        <a href="/your-address">Which address does your mail leave from?</a>
      </p>
    );
  return (
    <form className="flex min-h-8 flex-wrap items-center gap-x-2 *:py-1" method="post" action="/check">
      <span>
        You come from <Value>{address}</Value>.
      </span>
      <button type="submit" name="target" value={address} className="link-button max-md:min-h-11">
        Check it
      </button>
      <a href="/your-address">Is it the one your mail leaves from?</a>
    </form>
  );
}
