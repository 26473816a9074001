import { type Evidence, shell, shellHost } from "../define/signal.ts";
import { nameKind } from "../net/name-kind.ts";

/**
 * Shell commands that readers copy: the same question is spelled the same everywhere, foreign values are quoted, and
 * where a value is not known there is no command rather than one with an empty argument.
 */
type Value = string | undefined;

/** One record set of a name. */
export const digFor = (type: string, name: Value): string[] =>
  name ? [`dig +short -t ${type} -q ${shell(name)}`] : [];

/** The PTR record of an address. */
export const digPtr = (address: Value): string[] => (address ? [`dig +short -x ${shell(address)}`] : []);

/** The address record, of the family of `address`, of what a server says in EHLO; a literal has none. */
export const digSaid = (said: Value, address: Value): string[] =>
  said && address && ["name", "local-name"].includes(nameKind(said)) ? digFor(addressType(address), said) : [];

/** The type of record that an address stands in. */
export const addressType = (address: string): "A" | "AAAA" => (address.includes(":") ? "AAAA" : "A");

/**
 * What a server says in its greeting and in answer to EHLO; the name said to it is the reader's own. Each line waits for
 * what comes before it: Exim, Postfix 3.9 and postscreen refuse a client that talks before it is greeted, and postscreen
 * greets after six seconds only.
 */
export const sayEhlo = (address: Value): string[] =>
  address
    ? [
        `(sleep 8; printf 'EHLO %s\\r\\n' "$(hostname -f)"; sleep 2; printf 'QUIT\\r\\n'; sleep 1) | nc ${shell(address)} 25`,
      ]
    : [];

/** A connection to port 25. */
export const connect = (address: Value, options = ""): string[] =>
  address ? [`nc ${options}${shell(address)} 25`] : [];

/**
 * STARTTLS on port 25 under the server name (SNI) that we sent, if any, and some of the certificate. Without a name
 * OpenSSL sends none to an address either.
 */
export function startTls({ address, sni }: Evidence, show?: string): string[] {
  if (!address?.[0]) return [];
  const name = sni?.[0] ? ` -servername ${shell(sni[0])}` : "";
  const reading = show ? ` </dev/null | openssl x509 -noout ${show}` : "";
  return [`openssl s_client -starttls smtp -connect ${shellHost(address[0])}:25${name}${reading}`];
}

/** The questions that got no answer, out of evidence like `mail.example.com A`. */
export const digQuestions = (questions: readonly string[] = []): string[] =>
  questions.flatMap((question) => {
    const [, name, type] = /^(\S+) ([A-Z]+)$/.exec(question) ?? [];
    return type ? digFor(type, name) : [];
  });
