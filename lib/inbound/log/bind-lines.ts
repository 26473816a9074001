import { bindConfigs, type Config, family, type IpAddress } from "../../checks/view.ts";

/** Programs by the ids of their logs. */
const PROGRAMS: Readonly<Record<string, string>> = {
  postfix: "Postfix",
  exim: "Exim",
  sendmail: "Sendmail",
  qmail: "qmail",
  opensmtpd: "OpenSMTPD",
  stalwart: "Stalwart",
  haraka: "Haraka",
  exchange: "Exchange",
};

/** How mail servers beside those of the report's plan are told which address mail leaves from. */
const more = (address: IpAddress): readonly Config[] => [
  {
    program: "Sendmail",
    where: "sendmail.mc, then: make -C /etc/mail and restart",
    lines: `CLIENT_OPTIONS(\`Family=${family(address) === 6 ? "inet6" : "inet"}, Addr=${address}')dnl`,
  },
  {
    program: "OpenSMTPD",
    where: "smtpd.conf: the relay action, then restart",
    lines: `action "outbound" relay src ${address}`,
  },
  {
    program: "qmail",
    where: "notqmail, or qmail with the outgoingip patch",
    lines: `echo ${address} > /var/qmail/control/outgoingip`,
  },
  {
    program: "Stalwart",
    where: "the connection strategy of outgoing mail, then reload",
    lines: `[queue.connection.default]\nsource-ips = ["${address}"]`,
  },
  {
    program: "Haraka",
    where: "a plugin of your own, listed in config/plugins; then restart",
    lines: `exports.hook_mail = (next, connection) => {\n  connection.transaction.notes.outbound_ip${family(address)} = '${address}'\n  next()\n}`,
  },
];

/** Lines that make mail leave from one address: those of the programs in the text, or all where it names none. */
export function bindLines(address: IpAddress, programs: readonly string[]): readonly Config[] {
  const all = [...bindConfigs(address), ...more(address)];
  const wanted = programs.flatMap((id) => PROGRAMS[id] ?? []);
  const fitting = all.filter(({ program }) => wanted.includes(program));
  return fitting.length > 0 ? fitting : all;
}

/** The same where a router changes addresses: mail of a server inside leaves from the one that is meant. */
export const natLines = (address: IpAddress): readonly Config[] =>
  family(address) === 6
    ? [
        {
          program: "Linux: IPv6 needs no NAT",
          where: "on the server: other addresses are then not chosen by themselves",
          lines: `ip -6 route change default via GATEWAY dev eth0 src ${address}`,
        },
      ]
    : [
        {
          program: "nftables",
          where: "on the router; SERVER is the address inside",
          lines: `nft add rule ip nat postrouting ip saddr SERVER tcp dport 25 snat to ${address}`,
        },
        {
          program: "iptables",
          where: "on the router; SERVER is the address inside",
          lines: `iptables -t nat -I POSTROUTING -s SERVER -p tcp --dport 25 -j SNAT --to-source ${address}`,
        },
      ];
