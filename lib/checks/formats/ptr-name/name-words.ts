/**
 * The words that tell what a name was made for, in the languages of the world's providers. `whole` must be a complete
 * run of letters; `edge` are long enough to be known at either end of one (`modemcable`, `dynamicip`).
 */
export interface Family {
  readonly whole: ReadonlySet<string>;
  readonly edge: readonly string[];
}

const family = (whole: string, edge = ""): Family => ({
  whole: new Set(whole.split(/\s+/).filter(Boolean)),
  edge: edge.split(/\s+/).filter(Boolean),
});

/** Whether a run of letters is of a family. */
export const isOf = (run: string, { whole, edge }: Family): boolean =>
  whole.has(run) || (run.length > 3 && edge.some((word) => run.startsWith(word) || run.endsWith(word)));

/** How a home or an office reaches the Internet; addresses that change. */
export const ACCESS = family(
  `abo abon abonne abonnent abonent adsl broad catv cgn cgnat chello cmts cpe cpc dial dip docsis dsl
   dslam dslb dsld dslgw dyn dynip fbx fios flets fttb fttc ftth fttp fttx gepon gpon gprs hfc hsd hsi hspa isdn
   lns lte olt ont onu mobil mobile pon pool pools ppp pppoa pppoe pptp resnet satellite sdi slip umts upc vpdn wimax wisp
   xdsl zaq einwahl wohnheim neoplus shpd dhcp`,
  `adsl bandalarga bredbaand bredband breitband broadband cablemodem dhcp dialin dialpool dialup dinami docsis dsl
   dynami fiberhome fibra fibre fttb ftth glasfaser glasvezel inalambric kabel laajakaista lightspeed modem ppp
   residencial residential vdsl wireless cable catv dynip`,
);

/**
 * Those of them that zones are called whose names are lines and nothing else, as a whole label: `x.dsl.example.net`. A
 * company has `cable`, `mobile` or `broadband` for other things.
 */
export const LINE_ZONES: ReadonlySet<string> = new Set(
  `adsl vdsl sdsl hdsl xdsl dsl catv cmts pppoe pppoa ppp pptp dialup dial-up dialin dyn dynamic dynamicip dynamic-ip dynip
   dhcp dip ftth fttb fttx gpon docsis cpe cgn cgnat wimax umts gprs residential broadband pool pools`.split(/\s+/),
);

/** Names for all lines at once, which say so by themselves. */
export const LINE_NAME =
  /^(?:cgnat|dynip|ipstatic|residential|(?:static|dynamic|fixed|dsl|adsl|customer|client|user|host)-?ips?)$/;

/** Not access words, though one begins or ends them. */
const NOT_ACCESS = new Set("dynamics electrodynamics thermodynamics".split(" "));

export const isAccess = (run: string): boolean => !NOT_ACCESS.has(run) && isOf(run, ACCESS);

/** Access words that name a provider: `dialsprint`, `hkcable`, `acedsl`. */
export const isAccessProvider = (run: string): boolean =>
  isAccess(run) || (run.startsWith("dial") && !run.startsWith("dialog"));

/** Words for whoever has a line: with a number of three digits nobody counted their own machines. */
export const CUSTOMER: ReadonlySet<string> = new Set(
  `abo abonado abonat abonent abonne asiakas assinante client cliente clientes clients cust customer customers elofizeto
   klant klient kund kunde kunden korisnik line musteri pelanggan potrosnik sub subs subscriber subscribers thuebao ugyfel
   usuario utente zakaznik`.split(/\s+/),
);

/** Words for the other end of a provider's line: they say something only beside a number. */
export const LINE = family(
  `access ap bas bb bng bras c2s cable client clients cliente clientes cm cust customer customers home homes kd
   klant klient kund kunde kunden line lines line nas nat net p2p pc port residence res revip rip sub subs tnt ts
   user users usuario utente utenti abonado assinante wifi wlan fiber optic span subscriber hs`,
  "customer subscriber cliente",
);

/** Those of them that speak of homes, where addresses change. */
export const RESIDENTIAL = family(
  "abonado assinante bb cable cm home homes res residence subs subscriber ts tnt user users usuario utente utenti",
);

/** Words for an address that stays, and for a name nobody chose. */
export const FIXED = family(
  "fest fijo fija fix fixe fixed fixedip fixip fixo fixa sabit sta stat staly static vast xdslfixo",
  "static estatic statisch statisk statik",
);

/** Words that only say "an address has a name". */
export const PLAIN = family(
  `addr address biz business ded dedi dedicated flat gen host hosts inaddr ip ipaddr ipv network node nodes port pro ptr rdns rev reverse revdns unallocated`,
);

/** Whether a run of letters says no more than that an address is somebody's line, or has a name. */
export const isLineWord = (run: string): boolean =>
  isAccess(run) || [LINE, FIXED, PLAIN].some((family) => isOf(run, family));

/** What hosting companies call what they rent out. */
export const HOSTED = family(
  `cloud cloudserver compute cs ded dedi dedicated droplet ecs eip hosted hosting instance instances kvm kundenserver
   ns rootserver s server servers srv srvr sv v vds virtual vm vmd vmi vps vpsserver`,
  "server vps hosting rootserver",
);

/** Those of them whose number alone makes a default name, from three digits on. */
export const RENTED = family("account cloudserver droplet ecs kvm lxc order ovz vds vm vmi vps vserver vz xen", "vps");

/** What a mail server is called; the strongest evidence that somebody chose the name. */
export const MAIL = family(
  `correo correio correos edge edm esa esmtp exch exim imap imo list lists listserv mbox mout mta mtas mx mxa mxb
   mxs newsletter out pmta pobox poczta pochta pop pop3 post posta poste postfix postmaster relais sender senders
   smtpd spf zimbra zmta`,
  `antispam bounce correio correo email exchange ironport mail mta mx newsletter outbound outgoing relay sender smtp spam
   barracuda iphmx messagelabs mimecast pphosted proofpoint sendgrid sparkpost mandrill`,
);

/** Mail servers' names run together freely (`nycsmtp`, `asmtpout`): the two clear words count anywhere. */
export const isMail = (run: string): boolean => isOf(run, MAIL) || run.includes("mail") || run.includes("smtp");

/** Other jobs a server is named for: numbers beside them were chosen. */
export const ROLE = family(
  `api app apps backup cdn cpanel cpl db dc dev dns edge firewall ftp fw gate gateway git gw k kube lb ldap lvs
   master mon mysql ns ns1 panel plesk portal primary prod proxy rdp router rtr secondary shared shop sip sql ssh test
   voip vpn web webserver web www`,
  "proxy router gateway firewall webserver",
);
