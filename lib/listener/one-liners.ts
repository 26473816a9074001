import { shell } from "../checks/view.ts";

/** A command for those who cannot send mail from the machine in question. */
export interface OneLiner {
  readonly tool: string;
  readonly command: string;
}

/** Talks to the listener at `host`, with the name that the machine has. */
export function oneLiners(address: string, host: string, port: number): OneLiner[] {
  const dialogue = `EHLO %s\\r\\nMAIL FROM:<>\\r\\nRCPT TO:<${address}>\\r\\nQUIT\\r\\n`;
  const isUsual = port === 25;
  return [
    {
      tool: "swaks",
      command: `swaks --to ${shell(address)} --from '<>' --server ${host}${isUsual ? "" : `:${port}`} --ehlo "$(hostname -f)" --tls-optional --quit-after RCPT`,
    },
    {
      tool: "openssl",
      command: `{ sleep 1; printf '${dialogue}' "$(hostname -f)"; sleep 3; } | openssl s_client -quiet -starttls smtp -name "$(hostname -f)" -connect ${host}:${port}`,
    },
    {
      tool: "PowerShell",
      command: `Send-MailMessage -To ${address} -From "postmaster@$([Net.Dns]::GetHostEntry('').HostName)" -Subject test -SmtpServer ${host}${isUsual ? "" : ` -Port ${port}`}`,
    },
  ];
}
