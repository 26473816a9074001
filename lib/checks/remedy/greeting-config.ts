/** A program and what to put into its configuration. */
export interface Config {
  readonly program: string;
  /** The file or shell the lines belong in. */
  readonly where: string;
  readonly lines: string;
}

/**
 * How mail servers are told the name they say. `name` is a host name of letters, digits, hyphens, dots and underscores:
 * it needs no quoting in any of these.
 */
export const greetingConfigs = (name: string): readonly Config[] => [
  {
    program: "Postfix",
    where: "main.cf, then: postfix reload",
    lines: `# the name in greeting and EHLO; smtp_helo_name follows it\nmyhostname = ${name}`,
  },
  {
    program: "Exim",
    where: "the main section of its configuration, then restart",
    lines: `# the smtp transport's helo_data follows it\nprimary_hostname = ${name}`,
  },
  {
    program: "OpenSMTPD",
    where: "smtpd.conf: the first goes at the end of your listen line, the second of your relay action",
    lines: `hostname ${name}\nhelo ${name}`,
  },
  {
    program: "Exchange",
    where: "Exchange Management Shell",
    lines: `Get-SendConnector | Where-Object Enabled | Set-SendConnector -Fqdn ${name}`,
  },
];
