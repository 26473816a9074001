/** Where a script starts a fresh check of a bookmarked target, once somebody really looks at the page. */
export function FreshCheck(props: {
  readonly body: string;
  /** The report that is there already: the new one leads to what has changed since. */
  readonly since: string | undefined;
}) {
  return <fresh-check data-body={props.body} data-since={props.since} className="text-ink-2" role="status" />;
}
