import type { ReactNode } from "react";
import { visible } from "../../lib/checks/view.ts";
import type { Seen } from "../../lib/listener/seen.ts";
import { Card } from "../ui/card.tsx";
import { each } from "../ui/in-place.tsx";

/** What was said in one session, line by line; the answer to the recipient stands out. */
export function SessionSteps({ seen, reply }: { readonly seen: Seen; readonly reply: string }) {
  const clock = (ms: number) => new Date(seen.at + ms).toISOString().slice(11, 19);
  return (
    <Card className="py-2 font-mono text-sm">
      <Line time={clock(0)}>
        Connection from <b>{seen.address}</b>, port {seen.port}
        {seen.earlyTalker && ", speaking before it was greeted"}
      </Line>
      {each(seen.steps, ({ ms, by, says }) => (
        <Line time={by === "client" ? clock(ms) : undefined} ours={by === "server"} answer={says === reply}>
          {each(says.split("\r\n"), (line) => (
            <bdi className="block">{visible(line, 700)}</bdi>
          ))}
        </Line>
      ))}
    </Card>
  );
}

function Line(props: {
  readonly time: string | undefined;
  readonly ours?: boolean;
  readonly answer?: boolean;
  readonly children: ReactNode;
}) {
  const { time, ours, answer, children } = props;
  const tone = answer ? "bg-brass-bg" : ours ? "text-ink-2" : "";
  return (
    <div className={`grid grid-cols-[64px_minmax(0,1fr)] gap-3 px-5 py-1 max-md:px-4 ${tone}`}>
      <span className="text-ink-3">{time}</span>
      <div>{children}</div>
    </div>
  );
}
