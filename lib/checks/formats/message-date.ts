/** RFC 5322 section 3.3, with the obsolete zones and two-digit years of section 4.3; a comment may stand behind it. */
const FORM =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun),)?\s*\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[a-z]{1,5})(?:\s*\(.*\))?\s*$/i;

/** The time that a Date field says, epoch milliseconds; undefined where it has another form, or there is no such time. */
export function readMessageDate(value: string): number | undefined {
  const written = FORM.test(value) ? Date.parse(value.replace(/\s*\(.*$/, "")) : Number.NaN;
  return Number.isNaN(written) ? undefined : written;
}
