/** A piece of a path as it was meant; one that is not encoded as it should be stands for itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
