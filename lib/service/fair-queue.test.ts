import { expect, test, vi } from "vitest";
import { FairQueue, type NoPlace, type Place } from "./fair-queue.ts";

const LIMITS = { places: 4, waiting: 6, waitMs: 60_000 };
const share = (key: string, places = 4) => [{ key, places }] as const;

/** Who has been given a place, in order; each can be taken back. */
function door(queue: FairQueue) {
  const inside: { who: string; place: Place }[] = [];
  const sent: [string, NoPlace][] = [];
  const enter = async (who: string, places?: number) => {
    const result = await queue.enter(share(who, places));
    if (typeof result === "string") sent.push([who, result]);
    else inside.push({ who, place: result });
  };
  const names = () => inside.map(({ who }) => who).join("");
  return { enter, inside, sent, names };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("one network holds no more than its share, while others come in", async () => {
  const { enter, names } = door(new FairQueue(LIMITS));
  for (const who of ["a", "a", "a", "b"]) void enter(who, 2);
  await settle();
  expect(names()).toBe("aab");
});

test("freed places go round the networks that wait", async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1, waiting: 20 });
  const { enter, inside, names } = door(queue);
  for (const who of ["a", "a", "a", "a", "b", "b", "c"]) void enter(who);
  for (let i = 0; i < 7; i++) {
    await settle();
    inside[i]?.place.release();
  }
  expect(names()).toBe("aabcaba");
  expect([queue.taken, queue.waiting]).toEqual([0, 0]);
});

test("a place is given back once", async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1 });
  const { enter, inside, names } = door(queue);
  for (const who of ["a", "b", "c"]) void enter(who);
  await settle();
  inside[0]?.place.release();
  inside[0]?.place.release();
  await settle();
  expect(names()).toBe("ab");
});

test("where too many wait, the network with most of them gives way", async () => {
  const queue = new FairQueue({ ...LIMITS, places: 1, waiting: 3 });
  const { enter, sent } = door(queue);
  for (const who of ["a", "a", "a", "a"]) void enter(who, 1);
  await settle();
  expect(sent).toEqual([]);
  void enter("b", 1);
  await settle();
  expect(sent).toEqual([["a", "own"]]);
  void enter("a", 1);
  await settle();
  expect(sent).toEqual([
    ["a", "own"],
    ["a", "own"],
  ]);
  expect(queue.isFull).toBe(true);
});

test("nobody waits longer than was said, and is told why", async () => {
  vi.useFakeTimers();
  try {
    const queue = new FairQueue({ ...LIMITS, places: 2, waitMs: 1000 });
    const [, second, own, full] = [
      queue.enter(share("a", 1)),
      queue.enter(share("b", 1)),
      queue.enter(share("a", 1)),
      queue.enter(share("c", 1)),
    ];
    await vi.advanceTimersByTimeAsync(1000);
    expect([await own, await full]).toEqual(["own", "full"]);
    expect(queue.waiting).toBe(0);
    expect(await second).toHaveProperty("release");
  } finally {
    vi.useRealTimers();
  }
});

test("a network's share within a larger one counts for both", async () => {
  const queue = new FairQueue(LIMITS);
  const enter = (network: string) =>
    queue.enter([
      { key: network, places: 2 },
      { key: "site", places: 3 },
    ]);
  const given = [await enter("a"), await enter("a"), await enter("b")];
  expect(given.every((place) => typeof place === "object")).toBe(true);
  void enter("c");
  expect(queue.waiting).toBe(1);
});

test("whoever asked for it is told how much room there is, whenever that changes", async () => {
  const queue = new FairQueue({ places: 1, waiting: 1, waitMs: 60_000 });
  const told: number[] = [];
  queue.whenRoomChanges((room) => told.push(room));
  const { enter, inside } = door(queue);
  for (const who of ["a", "b", "c"]) void enter(who);
  await settle();
  expect(told).toEqual([2, 1, 0]);
  expect(queue.isFull).toBe(true);
  inside[0]?.place.release();
  await settle();
  expect(queue.isFull).toBe(false);
  expect(told.at(-1)).toBe(1);
  void enter("d");
  await settle();
  expect(told.at(-1)).toBe(0);
});
