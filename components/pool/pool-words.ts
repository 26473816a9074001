/** "1 address", "1,024 addresses". */
export const addresses = (n: number): string => `${n.toLocaleString("en")} ${n === 1 ? "address" : "addresses"}`;
