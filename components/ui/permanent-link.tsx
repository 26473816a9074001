import { utcDay } from "./time.ts";

/** A page's own link, and until when it can be read (ISO 8601); undefined is for as long as the service runs. */
export function PermanentLink(props: { readonly url: string; readonly keptUntil: string | undefined }) {
  const { url, keptUntil } = props;
  return (
    <>
      {keptUntil ? "Link" : "Permanent link"}: <a href={url}>{url}</a>.{" "}
      {keptUntil ? (
        <>
          Kept until <time dateTime={keptUntil}>{utcDay(keptUntil)}</time>; after that this link answers that it is
          gone.
        </>
      ) : (
        "Kept for as long as this service runs."
      )}
    </>
  );
}
