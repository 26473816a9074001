import type { IpAddress } from "../../checks/view.ts";
import { receiverOfHost } from "../receivers.ts";
import { addressesIn, isInner, publicName } from "../values.ts";

export interface SendingAddress {
  readonly address: IpAddress;
  /** `high`: the words around it say that it is the client; `medium`: nothing says otherwise. */
  readonly confidence: "high" | "medium";
}

/** What stands before the address of whoever sends: `Client host [`, `your IP `, `IP=`, `/query/ip/`. */
const SENDS =
  /(?:\bcannot find your (?:reverse )?hostname,?|\b(?:not|n.t) (?:resolve|point|lead|map)(?: back)? to|\bback to|\bclient(?: host| ip| address| name)?\s?(?:\S{1,100}[ ])?|\bsending (?:ip|ipv6|server|host|mta)?(?: address)?|\byour (?:\w+ ){0,2}(?:mail ?server|server|ip|host|address)(?:'s)?(?: address| number)?(?: is| of| at)?|\byour (?:\w+ ){0,2}(?:server|host|host ?name|name|ptr|rdns|reverse dns)(?: name)? [\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|\b(?:source|sender|remote|originating|connecting|host|die|l'adresse|dein|ihre?)[ -]?(?:ip|ip-adresse)(?: address|-adresse)?|\bips?(?: address| addr)?(?: is)?|\bip-adresse|アドレス|\b(?:e?mail|messages?|mails|connections?|rcpt|mail|helo|ehlo|data|connect|access|spam|domains?) (?:\w+ ){0,3}from(?: ip)?|\bfrom(?: ip)?(?: address)?|\bfrom [\w.-]{1,100}|\breverse (?:dns|lookup|look-up|hostname)(?: entry| lookup)?(?: for| of)?(?: ip)?|\b(?:dns )?(?:for|of)(?: your)?(?: ip)?|\bptr(?: record)?(?: for| of)?|\bhostname for|\b(?:block(?:ed)?|reject(?:ed|ing)?|denied|refused|prevention active for|again later from)(?: from| for)?|\bmail ?server|\bserver|serveur|\b(?:mittente|remitente|remetente|exp[ée]diteur|[ée]metteur|absendende[rn]?|verzendende|nadaw\w{1,4}|odes[íi]lat\w{1,5}|avs[äa]nd\w{1,9}|afsend\w{1,9}|avsend\w{1,9})(?: ip)?|\b(?:serwer|servidor|servern|serveren|servern|szerver|palvelin|palvelimen)|\b(?:indirizzo|direcci[óo]n|endere[çc]o|adresse|adresa|adres|adress|adressen)|(?:адрес|сервер)[а-яі]{0,3}|\blisted:?|\bwith ip:?|ip:|[?&/](?:ip|i|q|query|ipaddress|addr|address|lookup)[=/])\s*[([<:=#"']{0,3}$/i;
/** What stands before the address of whoever receives, or of neither. */
const RECEIVES =
  /(?:\brelay=\S{1,200}|\bconnect(?:ed|ing|ion)? to \S{0,200}|\bremote (?:server|host|mta)\b.{0,60}|\b(?:h|r|mx)=\S{0,200}|\bvia \S{0,200}|\bdelivered to \S{0,200}|\bgateway \S{0,100}|\bgiving up on|\brejected by (?:the )?(?:\S{1,100} ){0,8}\S{1,253}|returnc\/\w{1,9}\/|\bresolver \S{0,40}|\bremote-mta:.{0,200}|\bwhile talking to \S{0,200}|\bserver \S{1,200} \(?|\breporting-mta:.{0,200}|\b(?:resolves?|points?|leads?) to|\bsource port|\bversion )\s*[([<]{0,2}$/i;
/** Whoever refuses stands behind "by". */
const REFUSES =
  /\b(?:rejected|refused|declined|returned|blocked|bounced) by (?:the )?(?:(?:remote )?(?:mail )?(?:server|host) )?(?:[\w.-]{1,253} ?)?[([<]{0,2}$/i;
/** Of the host of a reply, as mail servers quote it: `host mx.b.example[`; of the sender's they say whose it is. */
const HOST_OF_REPLY =
  /(?<!\b(?:client|your|sending|sender|remote|calling|connecting|this|the|from|for|of) )\bhost [\w.-]{3,253} ?[([]$/i;
/** Numbers with dots that are no address. */
const NUMBERED = /(?:\brfc ?-?\d{3,5},?|\bsections?|\bversion|\bv|§)\s?$/i;
const RECEIVES_AFTER =
  /^[\])>:0-9]{0,8}\s*(?:said\b|helo command|refused to talk|does not like|accepted message|failed (?:after i sent|before i)|smtp error from|rejected your|responded|lost connection|connection (?:timed|refused)|while |#\s?[45]\d\d|: [245]\d\d[ -]|, ?delay=|, ?port 25|:25\b|\]:25\b)/i;
const SENDS_AFTER =
  /^[\])>'":0-9 ]{0,9}(?:,?\s*(?:is|are|was|has|have|had|does|do|must|blocked|listed|rejected|refused|denied|without|not|may|could|from=|temporarily|has been|steht|ist|n'|の|in an? (?:rbl|black)|helo=|failed|sent|to send)\b|; ?from=|\s*の)/i;
/** What the sender wrote of itself: in HELO, and in the brackets that Exim keeps for it. Never its address. */
const SAID =
  /(?:\bx-(?:originating|sender|source|client|real)[\w-]{0,30}: ?|\b(?:helo|ehlo)(?:=| or (?:helo|ehlo) | )(?:hello )?[<"']?|\bH=(?:[\w.-]{1,253} )?\()\[?(?:ipv6:)?$/i;
/** Exim of whoever talks to it: `H=name (said) [203.0.113.7]:1234 … rejected`; of whom it talks to, a router comes before. */
const EXIM_PEER = /\bH=(?:[\w.-]{1,253} )?(?:\([^()]{0,255}\) )?\[(?:ipv6:)?$/i;
const EXIM_OUT = / (?:R|T)=\S+ [^\n]{0,100}$|(?:\*\*|==|=>|->) \S[^\n]{0,200}$/;
/** A reply code directly before, as Gmail has it: `550-5.7.1 [203.0.113.7]`. */
const AFTER_CODE = /(?:^|\n|[ :])[245]\d\d[ -]?(?:#?[245]\.\d{1,3}\.\d{1,3})?\s*[([]\s*$/;

/** Whether the name before an address is that of a mail server of a receiver's: `aspmx.l.google.com. [`. */
function isReceiver(before: string): boolean {
  const name = publicName(/(?<![\w.@-])([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\.? ?[[(]$/.exec(before)?.[1]);
  return name !== undefined && receiverOfHost(name) !== undefined;
}

/**
 * The address that the mail came from, as a receiver names it. The receiver's own address stands in such texts, too
 * (`host mx.example.com[192.0.2.1] said:`), and a resolver's; they are never taken for it.
 */
export function sendingAddressIn(text: string): SendingAddress | undefined {
  /** The best and the worst that is said of each. */
  const scores = new Map<IpAddress, readonly [best: number, worst: number]>();
  for (const { address, start, end } of addressesIn(text)) {
    if (isInner(address)) continue;
    const before = text
      .slice(Math.max(0, start - 220), start)
      .replace(/\n(?:[245]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,3} ?)?)?/g, (line) =>
        line.length > 1 ? `\n${line.slice(1)}` : " ",
      );
    const after = text.slice(end, end + 40);
    // The last words count: `host mx[192.0.2.1] said: 550 client [203.0.113.7]` has both.
    if (NUMBERED.test(before) || SAID.test(before)) continue;
    const receives = RECEIVES.test(before) || RECEIVES_AFTER.test(after);
    let score = 0;
    if (EXIM_PEER.test(before)) score += EXIM_OUT.test(before) ? -6 : 5;
    else if (REFUSES.test(before.slice(-400))) score -= 6;
    else if (SENDS.test(before.slice(-130)) || AFTER_CODE.test(before)) score += 3;
    else if (receives || isReceiver(before)) score -= 6;
    else if (HOST_OF_REPLY.test(before) && !SENDS_AFTER.test(after)) score -= 6;
    if (SENDS_AFTER.test(after)) score += 2;
    const [best, worst] = scores.get(address) ?? [score, score];
    scores.set(address, [Math.max(best, score), Math.min(worst, score)]);
  }
  // Named once as the receiver's, an address is that wherever nothing is said of it.
  const judged = [...scores].map(([address, [best, worst]]) => [address, best > 0 ? best : worst] as const);
  const [best, second] = judged.toSorted(([, a], [, b]) => b - a);
  if (!best || best[1] < 0) return undefined;
  if (best[1] > 0) return { address: best[0], confidence: best[1] >= 3 ? "high" : "medium" };
  // Nothing is said of any: one alone may be it, of several none.
  return second && second[1] >= 0 ? undefined : { address: best[0], confidence: "medium" };
}
