/** The types of the written forms that are files, each with the ending of its name and what else is said of it. */
const FORMS = {
  "text/csv": { ending: "csv", more: "; header=present", disposition: "attachment" },
  "text/markdown": { ending: "md", more: "", disposition: "inline" },
} as const;
export type WrittenType = keyof typeof FORMS;

/** A written form as a file to take along or to paste; `stem` is its name without the ending. */
export function writtenFile(body: string, type: WrittenType, stem: string): Response {
  const { ending, more, disposition } = FORMS[type];
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8${more}`,
      "cache-control": "private, no-cache",
      "content-disposition": `${disposition}; filename="${stem}.${ending}"`,
    },
  });
}
