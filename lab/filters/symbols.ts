/** Symbols that a filter gave one message, with their points. */
export type Symbols = ReadonlyMap<string, number>;

/** Those of `symbols` that are about the sender's identity. */
export const aboutIdentity = (symbols: Symbols, identity: RegExp): Symbols =>
  new Map([...symbols].filter(([symbol, points]) => identity.test(symbol) && points !== 0));
