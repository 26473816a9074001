/** After each arrival the rest get this many times the usual wait, within these bounds, in milliseconds. */
const PATIENCE = 4;
const [AT_LEAST, AT_MOST] = [300, 850];

/**
 * What many independent askers come to, without waiting for the dead ones: once half have answered, each further
 * arrival gives the others a little longer, and when nobody arrives in that time `late` speaks for those missing.
 */
export async function withPatience<T>(work: readonly Promise<T>[], late: (index: number) => T): Promise<T[]> {
  const started = performance.now();
  const settled: { value: T; ms: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = Promise.withResolvers<void>();

  const arrived = () => {
    clearTimeout(timer);
    const times = Object.values(settled).map(({ ms }) => ms);
    if (2 * times.length < work.length) return;
    const usual = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
    const wait = Math.min(AT_MOST, Math.max(AT_LEAST, PATIENCE * usual));
    timer = setTimeout(() => {
      // Where this process was busy, answers may lie unread in its sockets: they are read before this counts.
      const before = Object.keys(settled).length;
      setImmediate(() => Object.keys(settled).length === before && outOfPatience.resolve());
    }, wait);
  };

  const all = Promise.all(
    work.map(async (each, i) => {
      settled[i] = { value: await each, ms: performance.now() - started };
      arrived();
    }),
  );
  await Promise.race([all, outOfPatience.promise]);
  clearTimeout(timer);
  return work.map((_, i) => {
    const here = settled[i];
    return here ? here.value : late(i);
  });
}

/** A promise's value, or another one where it takes longer. */
export async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
