/** Kept from the start: the offer takes two lines, on a phone up to four, and what stands below it must not jump. */
const ROOM = "min-h-17 max-md:min-h-30";

/**
 * The offer to check the address the reader comes from, with the doubt that belongs to it. The page is the same for
 * everybody, so the browser asks; without scripts, or from inside a network, the link says how to find the right one. The
 * address is as this service spells it, so nothing in it has to be made visible.
 */
export function OwnAddress() {
  return (
    <own-address>
      <p className={`flex items-start ${ROOM}`}>
        <a className="py-1.5" href="/your-address">
          Which address does your mail leave from?
        </a>
      </p>
      <form
        hidden
        className={`flex flex-wrap content-start items-center gap-x-2 *:py-1.5 ${ROOM}`}
        method="post"
        action="/check"
      >
        <span>
          You come from{" "}
          <code>
            <bdi />
          </code>
          .
        </span>
        <button type="submit" name="target" className="link-button max-md:min-h-11">
          Check it
        </button>
        <a href="/your-address">Is it the one your mail leaves from?</a>
      </form>
    </own-address>
  );
}
