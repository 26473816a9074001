import { expect, onTestFinished, test } from "vitest";
import { check } from "../index.ts";
import { parseTarget } from "../target/target.ts";
import { ip } from "../testing/facts.ts";
import { startWorld, type World } from "../testing/world.ts";

const ADDRESS = "203.0.113.10";
const NAME = "mx.ahead.example.net";

/** What the mail server had been told by the time a question for its EHLO name reached a resolver, by type. */
async function told(): Promise<{ said: ReadonlyMap<string, readonly string[]>; questions: readonly string[] }> {
  const said = new Map<string, readonly string[]>();
  let world: World | undefined;
  world = await startWorld({
    delayMs: 0,
    canaries: false,
    content: [
      {
        records: `10.113.0.203.in-addr.arpa. PTR other.example.net.\n${NAME}. A ${ADDRESS}\n${NAME}. TXT "v=spf1 a -all"\n`,
        // Slow enough for a question to be there long before the next command.
        hosts: { [ADDRESS]: { greeting: `${NAME} ESMTP`, delayMs: 150 } },
      },
    ],
    resolver: (query, truth) => {
      const key = String(query.type);
      if (query.name === NAME && !said.has(key)) said.set(key, [...(world?.commands(ip(ADDRESS)) ?? [])]);
      return truth();
    },
  });
  onTestFinished(() => world.close());
  const read = parseTarget(ADDRESS);
  if (!read.ok) throw new Error("unreachable");
  await check(read.target, world.vantage);
  const questions = world.questions.filter(({ name }) => name === NAME).map(({ type }) => type);
  return { said, questions };
}

test("what the EHLO name is asked for is asked before TLS begins, and once", async () => {
  const { said, questions } = await told();
  for (const type of ["A", "TXT"]) {
    const commands = said.get(type) ?? [];
    expect(
      commands.some((each) => /^EHLO/i.test(each)),
      type,
    ).toBe(true);
    expect(
      commands.filter((each) => /^(?:EHLO|QUIT)/i.test(each)),
      type,
    ).toHaveLength(1);
  }
  expect(questions.filter((type) => type === "TXT")).toHaveLength(1);
  expect(questions.filter((type) => type === "A")).toHaveLength(1);
});
