import type { ReportedSubject } from "../../report/report.ts";

/**
 * Which subject of a report is which of another one: by their ids, and where one of a kind is left on either side, those
 * two: a server that moved to another address is still the server.
 */
export function pairSubjects(
  before: readonly ReportedSubject[],
  after: readonly ReportedSubject[],
): ReadonlyMap<string, string> {
  const isIn = (subjects: readonly ReportedSubject[]) => {
    const ids = new Set(subjects.map(({ id }) => id));
    return ({ id }: ReportedSubject) => ids.has(id);
  };
  const pairs = new Map(before.filter(isIn(after)).map(({ id }) => [id, id]));
  const gone = before.filter((subject) => !isIn(after)(subject));
  const arrived = after.filter((subject) => !isIn(before)(subject));
  for (const { id, scope } of gone) {
    const likeIt = arrived.filter((subject) => subject.scope === scope);
    const [other] = likeIt;
    if (other && likeIt.length === 1 && gone.filter((subject) => subject.scope === scope).length === 1)
      pairs.set(id, other.id);
  }
  return pairs;
}
