/** What `nameplate --help` says. */
export const HELP = `Can receivers tell who this mail server is, and if not, who must change what?

Usage
  nameplate <address, host name, domain or e-mail address> [options]
  nameplate bounce < file     what a bounce, log line or message headers mean
  nameplate bounce --check < file
                              the same, and a check of the address they name
  nameplate pool file         addresses, ranges and names, one on each line:
                              which of them does not match the others

Options
  --from <domain>       the domain you send as
  --helo <name>         the name your server says in EHLO
  --selectors <list>    DKIM selectors you sign with, separated by commas
  --json                the report as JSON, as the API gives it
  --ndjson              each verdict as it is judged, the report at the end
  --csv                 the pool as a table for spreadsheets
  --lang <tag>          the language of ticket texts: en, de, fr, es
  --quiet, -q           no progress on standard error
  --demo                look at the demo's made-up internet instead
  --help, -h            this text
  --version, -v         the version

Exit codes
  0    nothing to do                      64  what was asked for cannot be read
  1    warnings                           70  a fault of this program
  2    some receivers refuse such mail    78  a setting cannot be used
  3    could not be found out
  130  stopped by Ctrl+C: the report is partial

Settings are those of the service, from the environment: RESOLVERS, EHLO_NAME,
ALLOW_TARGETS, SPAMHAUS_DQS_KEY and others (docs/operate.md).
NO_COLOR turns colours off.
`;
