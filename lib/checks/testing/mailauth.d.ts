/** The parts of mailauth that readings are compared with, and that it has no types for. */
declare module "mailauth/lib/tools.js" {
  export function getPublicKey(
    type: "DKIM",
    name: string,
    minBitLength: number,
    resolver: (name: string, type: string) => Promise<string[][]>,
    options: { readonly strict: boolean; readonly hashAlgo: string },
  ): Promise<object>;
}
declare module "mailauth/lib/dmarc/get-dmarc-record.js" {
  export interface ParsedRecord {
    readonly t?: string;
  }
  export function parseDmarcRecord(text: string, options: { readonly strict: boolean }): ParsedRecord | null;
  export function getPolicyTags(record: ParsedRecord): { readonly p: string } | null;
}
