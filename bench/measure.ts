/** What is measured: a smaller `value` is better, and it has to stay at or below `bar` where there is one. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly bar?: number;
  readonly unit: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
