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
/** What the maker of a watch can do with it, and what its page asks whether there is anything new. */
export const stopWatchPath = (id: string): string => `/watch/${id}/stop`;
export const renewWatchPath = (id: string): string => `/watch/${id}/renew`;
export const watchApiPath = (id: string): string => `/api/v1/watches/${id}`;
export const badgePath = (path: string): string => `/badge/${encodeURI(path)}.svg`;
/** The permanent address of a pool. */
export const poolPath = (id: string): string => `/pool/${id}`;
/** The pool for programs; the stream of a running one, too. */
export const poolApiPath = (id: string): string => `/api/v1/pools/${id}`;
export const poolFilePath = (id: string, form: "csv" | "json" | "md"): string => `/pool/${id}.${form}`;
export const poolCancelPath = (id: string): string => `/pool/${id}/cancel`;
export const poolDeletePath = (id: string): string => `/pool/${id}/delete`;
/** Without another pool it takes one from its form. */
export const poolComparePath = (before: string, after = ""): string => `/pool/${before}/compare${after && `/${after}`}`;
/** The permanent address of a log's table that was kept. */
export const logPath = (id: string): string => `/log/${id}`;
export const logFilePath = (id: string, form: "csv" | "json" | "md"): string => `/log/${id}.${form}`;
export const logDeletePath = (id: string): string => `/log/${id}/delete`;
/** The form, filled in with what a pool was asked for. */
export const poolAgainPath = (id: string): string => `/pool?again=${id}`;
/** A plan's or a move's permanent address. */
export const planPath = (kind: "plan" | "move", id: string): string => `/${kind}/${id}`;
/** The same for programs; the stream of its checks, too. */
export const planApiPath = (kind: "plan" | "move", id: string): string => `/api/v1/${kind}s/${id}`;
/** The form that starts a watch of a report's target. */
export const newWatchPath = (report: string): string => `/watch/new?report=${report}`;
/** A mail address that was made to be sent to, for programs: its stream, too. */
export const listenApiPath = (id: string): string => `/api/v1/listens/${id}`;
