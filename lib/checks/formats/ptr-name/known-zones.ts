/** Zones whose names are all of one kind, from general knowledge of who runs them. */

const zones = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Where large operators of mailboxes name their own senders, with numbers and pieces of the address in them. */
const SENDERS = zones(
  `163.com 126.com yeah.net 188.com netease.com apple.com icloud.com me.com mac.com qq.com foxmail.com sina.com
   sina.com.cn sohu.com aliyun.com mail.ru yandex.net yandex.ru google.com outlook.com hotmail.com amazonses.com
   facebook.com linkedin.com twitter.com protonmail.ch proton.ch messagingengine.com mailbox.org zoho.com naver.com
   mailgun.net sendgrid.net mcsv.net rsgsv.net mandrillapp.com sparkpostmail.com mtasv.net mailjet.com smtp2go.com
   pphosted.com mimecast.com iphmx.com messagelabs.com barracudanetworks.com mailchannels.net exacttarget.com`,
);

/** Where access providers name their customers' lines: what has a number there, or only a word for lines, is one. */
const LINES = zones(
  `ocn.ne.jp plala.or.jp so-net.ne.jp mesh.ad.jp dion.ne.jp au-net.ne.jp infoweb.ne.jp bbtec.net ucom.ne.jp zaq.ne.jp
   home.ne.jp nttpc.ne.jp nuro.jp eonet.ne.jp asahi-net.or.jp pppool.de mediaways.net spmode.ne.jp openmobile.ne.jp mineo.jp vectant.ne.jp
   hinet.net seed.net.tw tfn.net.tw netvigator.com ctinets.com pccw-hkt.com hkbn.net 163data.com.cn cableplus.com.cn
   vnpt.vn vdc.vn vdc.com.vn viettel.vn fpt.vn cmcti.vn actcorp.in airtelbroadband.in sify.net bol.net.in mtnl.net.in
   tataidc.co.in totinternet.net 3bb.co.th asianet.co.th telkom.net.id fast.net.id pldt.net skybroadband.com.ph
   tm.net.my singnet.com.sg starhub.net.sg bigpond.net.au optusnet.com.au iinet.net.au tpgi.com.au on.net
   xtra.co.nz spark.co.nz sparkbb.co.nz t-ipconnect.de t-dialin.net vodafone-ip.de kabel-deutschland.de kabelbw.de
   unity-media.net unitymediagroup.de versanet.de arcor-ip.net osnanet.de citykom.de mnet-online.de netcologne.de
   ewe-ip-backbone.de qsc.de d1-online.com telecolumbus.net chello.at chello.be chello.cz chello.fr chello.hu chello.nl
   chello.no chello.pl chello.se chello.sk chello.com surfer.at telekom.at highway.at upcbusiness.at swisscom.net
   bluewin.ch hispeed.ch cablecom.ch adslplus.ch quickline.ch ziggo.nl ziggozakelijk.nl home.nl kpn.net xs4all.nl
   planet.nl tele2.nl wanadoo.nl telenet.be belgacom.be skynet.be scarlet.be voo.be wanadoo.fr proxad.net bbox.fr
   numericable.fr completel.net virginm.net virginmedia.com btcentralplus.com btopenworld.com as13285.net as9105.com
   plus.net tiscali.co.uk ntl.com blueyonder.co.uk eircom.net mysmart.ie telia.com bredband.net bredband2.com bahnhof.se
   tele.dk tdc.net webspeed.dk online.no getinternet.no inet.fi elisa-laajakaista.fi elisa-mobile.fi dnainternet.fi
   starman.ee zebra.lt balticom.lv telecomitalia.it fastwebnet.it wind.it tin.it vodafonedsl.it rima-tde.net ono.com
   comunitel.net jazztel.es telepac.pt netcabo.pt otenet.gr hol.gr tellas.gr forthnet.gr ttnet.com.tr superonline.net
   tpnet.pl centertel.pl toya.net.pl plus.pl multimo.pl iol.cz upcbroadband.cz upc.cz o2.cz vodafone.cz t-com.sk
   orange.sk broadband.hu telekom.hu t-2.net siol.net t-com.hr amis.hr sbb.rs bih.net.ba rdsnet.ro btc-net.bg
   corbina.ru spdop.ru rt.ru ertelecom.ru bashtel.ru is74.ru mtu-net.ru yota.ru mns.ru ukrtel.net mgts.by megaline.kz
   bezeqint.net barak.net.il netvision.net.il tedata.net comcast.net rr.com cox.net sbcglobal.net pacbell.net
   ameritech.net bellsouth.net swbell.net optonline.net verizon.net qwest.net centurylink.net windstream.net
   frontiernet.net charter.com wideopenwest.com suddenlink.net mindspring.com adelphia.net attbi.com dialsprint.net
   mycingular.net bell.ca shawcable.net telus.net videotron.ca rogers.com cogeco.net prod-infinitum.com.mx
   uninet-ide.com.mx megared.net.mx totalplay.net virtua.com.br veloxzone.com.br gvt.net.br telesp.net.br
   brasiltelecom.net.br vivozap.com.br claro.net.br telecom.net.ar fibertel.com.ar anteldata.net.uy vtr.net une.net.co
   etb.net.co cable.net.co cantv.net speedy.net.pe telkomsa.net telkomadsl.co.za mweb.co.za menara.ma iam.net.ma
   volia.net ha.cn cncnet.net bta.net.cn entelchile.net a2000.nl libertypr.net starlinkisp.net uzpak.uz cgates.lt tmodns.net
   myvzw.com direcway.com exede.net wildblue.net spcsdns.net embarqhsd.net skanova.com bb.sky.com`,
);

/**
 * Where hosting companies number the servers that they rent out. Zones in which they also name machines that many
 * customers share (`kasserver.com`, `websitewelcome.com`) are not here: those are mail servers with a name.
 */
const RENTALS = zones(
  `startdedicated.com startdedicated.de startdedicated.net dedicatedpanel.com dedicatedpanel.de serverloft.com
   serverloft.eu serverloft.de server4you.de server4you.net serverprofi24.de serverprofi24.net serverprofi24.com
   serverprofi24.eu vserver.de fastwebserver.de servdiscount-customer.com webtropia-customer.com zap-srv.com
   keymachine.de   pureserver.info rootmaster.info onlinehome-server.info onlinehome-server.com
   online-server.info stratoserver.net contaboserver.net contabo.host  yourvserver.net goodsrv.de
   happysrv.de hotsrv.de luckysrv.de megasrv.de nicesrv.de powersrv.de quicksrv.de supersrv.de ultrasrv.de bestsrv.de
    unitedcolo.de  your-vserver.de dedibox.fr poneytelecom.eu  scw.cloud
   kimsufi.com soyoustart.com vps.ovh.net vps.ovh.ca vps.ovh.us ikexpress.com firstheberg.net fhnet.fr pulseheberg.net
   lws-hosting.com  rs.hosteurope.de hstgr.cloud hostwindsdns.com twc1.net tw1.ru my-ihor.ru ruvds.com
   vps-ptr.clients.spaceweb.ru cloudvps.regruhosting.ru firstvds.ru ispvds.com fastvps.ru fvds.ru
   xvps.ne.jp vs.sakura.ne.jp cnode.io myvps.jp home-whs.pl ovh-vps.pl dreamhostps.com gridserver.com 16clouds.com
   colocrossing.com greencloudvps.com alfahosting-server.de alfahosting-vps.de alfa-vserver.de networktube.net vserver-on.de hvvc.us lstn.net a2webhosting.com cloudwaysapps.com plesk.page live-servers.net
   serverdedicati.aruba.it arubacloud.com arubacloud.pl arubacloud.fr pbiaas.com dattaweb.com publiccloud.com.br
   ssdcloudindia.net e2enetworks.net.in cloud-xip.com liteserver.nl rapidswitch.com `,
);

/** Names of rented servers in zones where their companies have servers of their own, too. */
const RENTED_NAMES: readonly RegExp[] = [
  /^www\d{3,5}u[a-f]?\.sakura\.ne\.jp$/,
  /^ps\d{3,}\.dreamhost\.com$/,
  /^ov-[0-9a-f]{6}\.infomaniak\.ch$/,
  /^ik\d{3,}\.ikoula\.com$/,
  /^vs\d{3,}\.keyweb\.de$/,
  /^v\d{4,}\.1blu\.de$/,
  /^(?:srv|euve)\d{4,}\.euserv\.(?:net|de)$/,
  /^vps\d{4,}\.trouble-free\.net$/,
];

/** What some give to every address they have, without a word or a number that says so. */
const ONE_FOR_ALL = zones("ddos-guard.net azteca-comunicaciones.com");

/** No zone here has more labels. */
const MAX_LABELS = 4;

function isIn(set: ReadonlySet<string>, name: string): boolean {
  const last = name.split(".").slice(-MAX_LABELS);
  return last.some((_, i) => set.has(last.slice(i).join(".")));
}

export const isSenderZone = (name: string): boolean => isIn(SENDERS, name);
export const isLineZone = (name: string): boolean => isIn(LINES, name);
export const isRentalZone = (name: string): boolean => isIn(RENTALS, name);
export const isRentedName = (name: string): boolean => RENTED_NAMES.some((pattern) => pattern.test(name));
export const isOneForAll = (name: string): boolean => ONE_FOR_ALL.has(name);
