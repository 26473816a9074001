/** The report's permanent address. */
export const reportPath = (id: string): string => `/r/${id}`;
/** The same with all evidence in the page. */
export const fullReportPath = (id: string): string => `/r/${id}?full`;
/** What was seen of one row, as a page of its own; the report's page shows it in place. */
export const evidencePath = (id: string, row: string): string => `/r/${id}/evidence/${row}`;
/** The report for programs; the stream of a running one, too. */
export const apiPath = (id: string): string => `/api/v1/reports/${id}`;
export const jsonPath = (id: string): string => `/r/${id}.json`;
export const textPath = (id: string): string => `/r/${id}.txt`;
export const markdownPath = (id: string): string => `/r/${id}.md`;
/** Its picture, for previews of the link. */
export const cardPath = (id: string): string => `/r/${id}.png`;
export const cancelPath = (id: string): string => `/r/${id}/cancel`;
export const deletePath = (id: string): string => `/r/${id}/delete`;
export const comparePath = (before: string, after: string): string => `/compare/${before}/${after}`;
/** The latest report of a target. `path` is its canonical text. */
export const targetPagePath = (path: string): string => `/check/${encodeURI(path)}`;
/** The same page at its list of reports: it stays there, and starts no fresh check by itself. */
export const targetHistoryPath = (path: string): string => `${targetPagePath(path)}${HISTORY}`;
export const HISTORY = "#history";
export const badgePath = (path: string): string => `/badge/${encodeURI(path)}.svg`;
/** A mail address that was made to be sent to, for programs: its stream, too. */
export const listenApiPath = (id: string): string => `/api/v1/listens/${id}`;
