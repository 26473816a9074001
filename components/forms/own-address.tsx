import { Value } from "../ui/rich-text.tsx";

/** The offer to check the address the reader comes from, with the doubt that belongs to it. */
export function OwnAddress({ address }: { readonly address: string | undefined }) {
  if (!address)
    return (
      <p className="hint own-address">
        <a href="/your-address">Which address does your mail leave from?</a>
      </p>
    );
  return (
    <form className="hint own-address" method="post" action="/check">
      <span>
        You are coming from <Value>{address}</Value>
      </span>{" "}
      <button type="submit" name="target" value={address} className="as-link">
        check it
      </button>{" "}
      <a href="/your-address">is it the one your mail leaves from?</a>
    </form>
  );
}
