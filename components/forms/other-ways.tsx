import { Icon } from "../ui/icon.tsx";

interface Way {
  readonly href: string;
  readonly title: string;
  readonly says: string;
}

const WAYS: readonly Way[] = [
  {
    href: "/bounce",
    title: "Mail came back",
    says: "Paste a bounce, headers or a whole mail log. You see who refused what, why, and whether that is still so.",
  },
  {
    href: "/pool",
    title: "Several addresses",
    says: "A list, a range, or all that your SPF record allows: find the odd one out.",
  },
  {
    href: "/plan",
    title: "Before you send",
    says: "A new server or address: what to publish, in which order, ticked off by live checks.",
  },
  {
    href: "/listen",
    title: "See what your server says when it sends",
    says: "Send one message to us: see its address, EHLO name and TLS, and the report on them.",
  },
];

/** The other ways in. */
export function OtherWays() {
  return (
    <nav
      className="mt-4 grid grid-cols-2 gap-x-7 border-t border-line max-md:grid-cols-1"
      aria-label="Other ways to start"
    >
      {WAYS.map(({ href, title, says }) => (
        <a
          key={href}
          href={href}
          className="group grid grid-cols-[1fr_14px] items-center gap-x-2.5 border-b border-line py-3 no-underline"
        >
          <b className="underline-offset-3 group-hover:underline">{title}</b>
          <span className="text-ink-3">
            <Icon name="open" />
          </span>
          <span className="text-sm text-ink-2">{says}</span>
        </a>
      ))}
    </nav>
  );
}
