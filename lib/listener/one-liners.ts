import { shell } from "../checks/view.ts";

/** A command for those who cannot send mail from the machine in question. */
export interface OneLiner {
  readonly tool: string;
  readonly command: string;
}

/** Talks to the listener at `host`, with the name that the machine has. */
export function oneLiners(address: string, host: string, port: number): OneLiner[] {
  // One line at a time: several at once would be pipelining, which is judged as a fault of the server's.
  const lines = `"EHLO $(hostname -f)" 'MAIL FROM:<>' ${shell(`RCPT TO:<${address}>`)} QUIT`;
  const isUsual = port === 25;
  return [
    {
      tool: "swaks",
      command: `swaks --to ${shell(address)} --from '<>' --server ${host}${isUsual ? "" : `:${port}`} --ehlo "$(hostname -f)" --tls-optional --quit-after RCPT`,
    },
    {
      tool: "openssl",
      command: `{ for line in ${lines}; do sleep 2; printf '%s\\r\\n' "$line"; done; sleep 1; } | openssl s_client -quiet -starttls smtp -name "$(hostname -f)" -connect ${host}:${port}`,
    },
    {
      tool: "PowerShell",
      command: `Send-MailMessage -To ${address} -From "postmaster@$([Net.Dns]::GetHostEntry('').HostName)" -Subject test -SmtpServer ${host}${isUsual ? "" : ` -Port ${port}`}`,
    },
  ];
}
