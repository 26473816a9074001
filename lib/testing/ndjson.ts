/** What asks for lines of JSON instead of one answer. */
export const AS_LINES = { accept: "application/x-ndjson" };

/** Lines of JSON of a whole text. */
// biome-ignore lint/suspicious/noExplicitAny: whatever a service sent, for a test to look at.
export const parseLines = (text: string): any[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Lines of an answer as they come. */
export async function* linesOf<Line>(response: Response): AsyncGenerator<Line> {
  let rest = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const pieces = (rest + chunk).split("\n");
    rest = pieces.pop() ?? "";
    for (const piece of pieces.filter(Boolean)) yield JSON.parse(piece);
  }
}
