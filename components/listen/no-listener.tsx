import { ButtonLink } from "../ui/button.tsx";

/** What it takes, where the operator has not set it up, and what can be done instead. */
export function NoListener() {
  return (
    <>
      <p>
        <b>This service does not listen for mail servers.</b> Its operator can switch that on: port 25 open from the
        internet, a domain whose MX record names this machine, and the settings <code>SMTP_LISTEN</code> and{" "}
        <code>PROBE_DOMAIN</code>.
      </p>
      <p>
        Without it, the headers of a message that arrived somewhere show the same: send one to a mailbox you can read,
        and paste its headers.
      </p>
      <p>
        <ButtonLink primary href="/bounce">
          Paste headers
        </ButtonLink>
      </p>
    </>
  );
}
