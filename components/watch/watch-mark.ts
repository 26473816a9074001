/** What both the page and the API have of a watch, as far as it changes. */
export interface Shown {
  readonly state: string;
  readonly nextAt?: string | null;
  readonly expiresAt: string;
  readonly events: readonly { readonly at: string; readonly report?: string }[];
  readonly webhook?: { readonly note?: string } | null;
}

/** Another one whenever the page shows something else. */
export const watchMark = ({ state, nextAt, expiresAt, events, webhook }: Shown): string =>
  JSON.stringify([
    ...[state, nextAt ?? null, expiresAt, webhook?.note ?? null],
    ...events.map(({ at, report }) => report ?? at),
  ]);
