/** The other ways in. */
export function Doors() {
  return (
    <ul className="doors">
      <li>
        <a href="/bounce">
          <b>Mail came back?</b>
          <small>
            Paste the bounce or the headers. We find the address, explain the refusal and check it as it is now.
          </small>
        </a>
      </li>
    </ul>
  );
}
