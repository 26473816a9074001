import { bindLines, natLines } from "../../lib/inbound/log/bind-lines.ts";
import type { Meant, SeenAddress } from "../../lib/inbound/log/table.ts";
import { Copyable } from "../ui/copyable.tsx";
import { each } from "../ui/in-place.tsx";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";

/** You meant one address, they saw another: how mail servers and routers are told which to use. */
export function SendAsMeant(props: {
  readonly seen: readonly SeenAddress[];
  readonly meant: Meant;
  readonly programs: readonly string[];
  readonly strange: readonly string[];
}) {
  const { seen, meant, programs, strange } = props;
  const others = seen.filter((one) => one.meant === false);
  const [four, six] = [/\./, /:/].map((kind) =>
    others.some(({ address }) => kind.test(address))
      ? meant.addresses.find((address) => kind.test(address))
      : undefined,
  );
  const targets = [four, six].filter((address) => address !== undefined);
  if (others.length === 0 && strange.length === 0) return null;
  return (
    <Section title="You meant one, they saw another" id="meant">
      <div className="card grid gap-3 px-5 py-4 text-sm max-md:px-4">
        {others.length > 0 && (
          <p>
            Receivers saw <Value max={600}>{others.map(({ address }) => address).join(", ")}</Value>, which you did not
            name. Set the address to send from, or give these a PTR record and SPF, too.
          </p>
        )}
        {strange.length > 0 && (
          <p>
            EHLO names you did not name: <Value max={600}>{strange.join(", ")}</Value>.
          </p>
        )}
        {others.length > 0 && targets.length === 0 && (
          <p>You named no address of that kind. Turn off IPv6 or IPv4 for outgoing mail, or name one.</p>
        )}
        {each(targets, (address) => (
          <>
            <h3 className="text-base">
              Send from <Value>{address}</Value>
            </h3>
            {each([...bindLines(address, programs), ...natLines(address)], ({ program, where, lines }) => (
              <div>
                <p className="text-xs text-ink-3">
                  <b>{program}</b>: {where}
                </p>
                <Copyable label={`${program}, to send from ${address}`}>{lines}</Copyable>
              </div>
            ))}
          </>
        ))}
      </div>
    </Section>
  );
}
