/** The report for programs; the stream of a running one, too. */
export const apiPath = (id: string): string => `/api/v1/reports/${id}`;
export const textPath = (id: string): string => `/r/${id}/text`;
export const markdownPath = (id: string): string => `/r/${id}/markdown`;
export const cancelPath = (id: string): string => `/r/${id}/cancel`;
export const deletePath = (id: string): string => `/r/${id}/delete`;
