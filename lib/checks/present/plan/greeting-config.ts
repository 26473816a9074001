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
    lines: `# the name in EHLO when it sends\nsmtp_helo_name = ${name}\n# the name in the greeting; much else in Postfix follows this one\nmyhostname = ${name}`,
  },
  {
    program: "Exim",
    where: "the main section of its configuration, then restart",
    lines: `# the smtp transport's helo_data follows it\nprimary_hostname = ${name}`,
  },
  {
    program: "Sendmail",
    where: "sendmail.mc, then build sendmail.cf and restart",
    lines: `define(\`confDOMAIN_NAME', \`${name}')dnl`,
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

/**
 * How Postfix is told to send over IPv4 only: on the clients that deliver. `inet_protocols` in main.cf would stop it
 * receiving over IPv6, too, and `smtp_address_preference` only says which comes first.
 */
const SEND_OVER_IPV4: Config = {
  program: "Postfix",
  where: "master.cf: the -o line below your own smtp and relay lines, then: postfix reload",
  lines:
    "smtp      unix  -       -       -       -       -       smtp\n    -o inet_protocols=ipv4\nrelay     unix  -       -       -       -       -       smtp\n    -o inet_protocols=ipv4",
};

/** How Exim is told the same. The option may stand there once, so what its default configuration ignores is kept. */
const EXIM_OVER_IPV4: Config = {
  program: "Exim",
  where: "the routers that deliver to other hosts (driver = dnslookup), in place of such a line; then restart",
  lines: "ignore_target_hosts = <; 0.0.0.0 ; 127.0.0.0/8 ; ::/0",
};

/** How mail servers are told to send over IPv4 only. */
export const ipv4Configs: readonly Config[] = [SEND_OVER_IPV4, EXIM_OVER_IPV4];

/** How mail servers are told which of their addresses mail leaves from. */
export const bindConfigs = (address: string): readonly Config[] => [
  {
    program: "Postfix",
    where: "main.cf, then: postfix reload",
    lines: `${address.includes(":") ? "smtp_bind_address6" : "smtp_bind_address"} = ${address}`,
  },
  { program: "Exim", where: "the smtp transport, then restart", lines: `interface = <; ${address}` },
  {
    program: "Exchange",
    where: "Exchange Management Shell of an Edge Transport server: on others the setting has no effect",
    lines: `Get-SendConnector | Where-Object Enabled | Set-SendConnector -SourceIPAddress ${address}`,
  },
];

/** How mail servers are told to hand all mail to a relay: `RELAY` is the provider's host, which tells port and login. */
export const relayConfigs: readonly Config[] = [
  {
    program: "Postfix",
    where: "main.cf, then: postfix reload",
    lines:
      "relayhost = [RELAY]:587\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = texthash:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noanonymous\nsmtp_tls_security_level = encrypt",
  },
  {
    program: "Exim",
    where: "a router before the one with driver = dnslookup, the login as an authenticator; then restart",
    lines:
      "smarthost:\n  driver = manualroute\n  domains = ! +local_domains\n  transport = remote_smtp\n  route_list = * RELAY::587",
  },
  {
    program: "Exchange",
    where: "Exchange Management Shell",
    lines:
      "Get-SendConnector | Where-Object Enabled | Set-SendConnector -SmartHosts RELAY -DNSRoutingEnabled $false -Port 587 -SmartHostAuthMechanism BasicAuthRequireTLS -AuthenticationCredential (Get-Credential)",
  },
];
