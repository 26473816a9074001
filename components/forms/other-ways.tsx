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
    says: "Paste a bounce, a log line or headers. You see who refused what, why, and whether that is still so.",
  },
  {
    href: "/pool",
    title: "Several addresses",
    says: "A list, a range, or all that your SPF record allows: find the odd one out.",
  },
  {
    href: "/your-address",
    title: "Find your sending address",
    says: "Which address does your mail leave from? Commands for the mail server, and what their output means.",
  },
  {
    href: "/questions",
    title: "Questions and symptoms",
    says: "Is a PTR record needed, who controls it, what FCrDNS is, and what to check when mail goes missing.",
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
