import { Field } from "../forms/field.tsx";
import { Button } from "../ui/button.tsx";

/** What somebody thinks their server does, and the button that makes an address. Both fields may stay empty. */
export function ListenForm(props: {
  readonly address: string;
  readonly helo: string;
  readonly problems: { readonly address?: string; readonly helo?: string };
}) {
  const { address, helo, problems } = props;
  return (
    <form className="mt-6 grid justify-items-start gap-4" method="post" action="/listen/make">
      <div className="grid w-full max-w-[38rem] grid-cols-2 gap-4 max-md:grid-cols-1">
        <Field
          name="address"
          label="Address you think it sends from (optional)"
          example="203.0.113.10"
          value={address}
          problem={problems.address}
        />
        <Field
          name="helo"
          label="EHLO name you think it uses (optional)"
          example="mail.example.com"
          value={helo}
          problem={problems.helo}
        />
      </div>
      <Button primary>Make an address to send to</Button>
    </form>
  );
}
