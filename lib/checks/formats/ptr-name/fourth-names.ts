import { listed } from "./world-names.ts";

/**
 * A fourth list, written down before the rules were tried on it (numbers mostly made up): 119 of 121 generic names were
 * caught and none of 114 custom ones flagged at the first try.
 */

/** Access providers and hosting companies on all continents. */
export const fourthGeneric = listed(`
   host-92-24-17-203.as13285.net=92.24.17.203 cpc91234-croy25-2-0-cust456.19-2.cable.virginm.net
   5ec1a2b3.skybroadband.com=94.193.162.179 bras-base-toroon4332w-grc-12-70-31-45-67.dsl.bell.ca=70.31.45.67
   pool-173-48-12-34.bstnma.fios.verizon.net=173.48.12.34 c-73-162-12-34.hsd1.ca.comcast.net=73.162.12.34
   cpe-76-90-12-34.socal.res.rr.com=76.90.12.34 024-217-012-034.res.spectrum.com=24.217.12.34
   ip68-101-12-34.oc.oc.cox.net=68.101.12.34 d-24-233-12-34.nh.cpe.atlanticbb.net=24.233.12.34
   wsip-98-172-12-34.ph.ph.cox.net=98.172.12.34 adsl-99-12-34-56.dsl.emhril.sbcglobal.net=99.12.34.56
   static-50-53-12-34.bvtn.or.frontiernet.net=50.53.12.34 h96-60-12-34.mdsnwi.dedicated.static.tds.net=96.60.12.34
   dhcp-108-168-12-34.cable.user.start.ca=108.168.12.34 modemcable034.12-56-74.mc.videotron.ca=74.56.12.34
   S0106a84e3f1b2c3d.vc.shawcable.net node-1w7jr9qmb3r3vz0y4n2m1k5p.ipv6.telus.net
   189-112-12-34.static.ctbctelecom.com.br=189.112.12.34 177.92.12.34.user.vivozap.com.br=177.92.12.34
   bd2312ab.virtua.com.br=189.35.18.171 dynamic-186-190-12-34.dynamic.etb.net.co=186.190.12.34
   181-46-12-34.speedy.com.ar=181.46.12.34 host34.186-12-34.telecom.net.ar=186.12.34.34
   pc-12-34-56-190.cm.vtr.net=190.56.34.12 dsl-187-190-12-34-dyn.prod-infinitum.com.mx=187.190.12.34
   fixed-187-188-12-34.totalplay.net=187.188.12.34 customer-201-148-12-34.uninet-ide.com.mx=201.148.12.34
   r186-52-12-34.dialup.adsl.anteldata.net.uy=186.52.12.34 p5dd1a2b3.dip0.t-ipconnect.de=93.209.162.179
   dynamic-095-116-012-034.95.116.pool.telefonica.de=95.116.12.34
   ip-178-201-12-34.um44.pools.vodafone-ip.de=178.201.12.34 port-92-196-12-34.dynamic.as20676.net=92.196.12.34
   p200300ec1f0a1200a1b2c3d4e5f60718.dip0.t-ipconnect.de static.88-198-12-34.clients.your-server.de
   vmi2345678.contaboserver.net=161.97.12.34 v2202311123456789012.supersrv.de h2912345.stratoserver.net
   ip-217-160-12-34.pbiaas.com=217.160.12.34 s18123456.onlinehome-server.info srv123456.hstgr.cloud=147.79.12.34
   static.34.12.55.162.clients.your-server.de=162.55.12.34 ns3123456.ip-51-68-12.eu=51.68.12.34
   vps-1a2b3c4d.vps.ovh.net ip34.ip-145-239-12.eu=145.239.12.34 12-34-15-51.instances.scw.cloud=51.15.34.12
   51-158-12-34.rev.poneytelecom.eu=51.158.12.34 lfbn-idf1-1-1234-56.w86-238.abo.wanadoo.fr=86.238.12.34
   88-123-12-34.subs.proxad.net=88.123.12.34 89-158-12-34.rev.numericable.fr=89.158.12.34
   176-134-12-34.abo.bbox.fr=176.134.12.34 static-176-158-12-34.ftth.abo.bbox.fr=176.158.12.34
   34.red-83-45-12.dynamicip.rima-tde.net=83.45.12.34 34.12.45.83.static.reverse-mundo-r.com=83.45.12.34
   host-79-12-34-56.retail.telecomitalia.it=79.12.34.56 93-41-12-34.ip82.fastwebnet.it=93.41.12.34
   net-2-34-12-56.cust.vodafonedsl.it=2.34.12.56 adsl-ull-34-12.51-151.wind.it=151.51.12.34
   bl12-34-56.dsl.telepac.pt=85.242.12.34 a213-22-12-34.cpe.netcabo.pt=213.22.12.34 84-53-12-34.wxdsl.nl=84.53.12.34
   ip-213-124-12-34.ip.prioritytelecom.net=213.124.12.34 82-168-12-34.fixed.kpn.net=82.168.12.34
   d51a4c1b2.access.telenet.be=81.164.193.178 ti0123a400-0123.bb.online.no=85.164.12.34
   cm-84.212.12.34.getinternet.no=84.212.12.34 h-155-4-12-34.na.cust.bahnhof.se=155.4.12.34
   2-248-12-34-no600.tbcn.telia.com=2.248.12.34 c-85-229-12-34.bbcust.telenor.se=85.229.12.34
   0x5da1a2b3.bynxx18.adsl-dhcp.tele.dk=93.161.162.179 188-183-12-34-static.dk.customer.tdc.net=188.183.12.34
   dsl-hkibng42-54f812-34.dhcp.inet.fi=84.248.18.34 mobile-access-bcee12-34.dhcp.inet.fi=188.238.18.34
   87-95-12-34.bb.dnainternet.fi=87.95.12.34 aaph34.neoplus.adsl.tpnet.pl=83.4.123.34 public-gprs123456.centertel.pl
   89-64-12-34.dynamic.chello.pl=89.64.12.34 staticline-31-182-12-34.toya.net.pl=31.182.12.34
   ip-89-102-12-34.net.vodafone.cz=89.102.12.34 cst-34-12.jihlava.example.cz
   188-167-12-34.dynamic.chello.sk=188.167.12.34 catv-89-133-12-34.catv.fixed.vodafone.hu=89.133.12.34
   5-12-34-56.residential.rdsnet.ro=5.12.34.56 adsl-34.46.190.12.tellas.gr=46.190.12.34
   ppp-94-66-12-34.home.otenet.gr=94.66.12.34 85-105-12-34.ttnet.com.tr=85.105.12.34
   78.186.12.34.static.ttnet.com.tr=78.186.12.34 host-5-58-12-34.bitternet.ua=5.58.12.34
   34-12-132-95.pool.ukrtel.net=95.132.12.34 broadband-46-242-12-34.ip.moscow.rt.ru=46.242.12.34
   pppoe.95-55-12-34.dynamic.avangarddsl.ru=95.55.12.34 mm-34-12-122-178.mgts.dynamic.pppoe.byfly.by=178.122.12.34
   2.133.12.34.megaline.telecom.kz=2.133.12.34 softbank126012034056.bbtec.net=126.12.34.56
   p1234567-omed01.tokyo.ocn.ne.jp 122x212x12x34.ap122.ftth.ucom.ne.jp=122.212.12.34
   KD106073012034.ppp-bb.dion.ne.jp=106.73.12.34 1-171-12-34.dynamic-ip.hinet.net=1.171.12.34
   220-130-12-34.hinet-ip.hinet.net=220.130.12.34 n119236123034.netvigator.com=119.236.123.34
   061244012034.ctinets.com=61.244.12.34 34.12.180.222.broad.cq.cq.dynamic.163data.com.cn=222.180.12.34
   abts-north-dynamic-034.12.68.182.airtelbroadband.in=182.68.12.34 static-mum-59.181.12.34.mtnl.net.in=59.181.12.34
   ppp-171-97-12-34.revip8.asianet.co.th=171.97.12.34 node-abc.pool-125-25.dynamic.totinternet.net=125.25.12.34
   cm121-121-12-34.hkcable.com.hk=121.121.12.34 static.cmcti.vn=203.205.12.34 115-164-12-34.maxis.net.my=115.164.12.34
   bb121-6-12-34.singnet.com.sg=121.6.12.34 34.subnet125-160-12.speedy.telkom.net.id=125.160.12.34
   cpe-101-181-12-34.nb07.nsw.asp.telstra.net=101.181.12.34 c122-106-12-34.carlnfd1.nsw.optusnet.com.au=122.106.12.34
   118-92-12-34.dsl.dyn.ihug.co.nz=118.92.12.34 41-133-12-34.dsl.mweb.co.za=41.133.12.34
   197-245-12-34.cybersmart.co.za=197.245.12.34 105-225-12-34.south.dsl.telkomsa.net=105.225.12.34
   host-41.65.12.34.nile-online.net=41.65.12.34 bzq-79-177-12-34.red.bezeqint.net=79.177.12.34
   igld-84-228-12-34.inter.net.il=84.228.12.34 89.211.12.34.static.ooredoo.qa=89.211.12.34
`);

/** Companies whose own word is one of access lines, numbered hosts of one's own, services with numbers in their names. */
export const fourthCustom = listed(`
   mail.kabelbau-schneider.de smtp.dslprofis.de mx1.netz-werk24.de=203.0.113.24 mail2.glasfaser-nord.de
   mx.poolbau-becker.de relay1.dynamics-consulting.com mail.static-electric.co.uk mx01.cable-harness.com
   mail.modemworld.example.com gw.res-publica.org mail.dialog-systems.fr mx.clienthouse.com mail.customerlabs.io
   mx1.broadbandforum.example.org mail.fibertex.com mta1.hosting-magazin.de mail.vps-vergleich.example.de
   mail.cloudnine.no mx.rdns-check.example.com srv1.dynamo-dresden.example.de mail.homeaway.example.com
   smtp.userfriendly.org mx.ppp-berlin.de mail.catv-technik.example.at mailout01.stadtwerke-lan.de
   mx1.wlan-shop.example.ch mail.node4.co.uk mx10.example.org=203.0.113.10 mail34.example.com=198.51.100.34
   smtp2.mail.example.co.jp mx-a-01.example.edu mail-1.zentrale.example.de vps1.firma-mueller.example.de
   server2.example.net web03.example.com ns1.example.org host1.example.com db-mail.example.io node1.mail.example.com
   cluster5.eu.messagelabs.com mail-lf1-f53.google.com mail-dm6nam12on2041.outbound.protection.outlook.com
   o1.ptr1234.example.com mta-70-12-34-56.sparkpostmail.com=70.12.34.56 a8-123.smtp-out.amazonses.com
   m12-34.mail.163.com out203-205-221-191.mail.qq.com=203.205.221.191 mail4012.fra.example.net
   mx0a-001b2d01.pphosted.com us-smtp-delivery-1.mimecast.com mout-p-201.mailbox.org mo4-p00-ob.smtp.rzone.de
   mout.kundenserver.de smtprelay0123.hostedemail.com p3plsmtpa11-05.prod.phx3.secureserver.net
   wout5-smtp.messagingengine.com mail-40131.protonmail.ch sender4-op-o12.zoho.com
   66-220-144-151.mail-mail.facebook.com=66.220.144.151 spring-chicken-aq.twitter.com=199.16.156.1
   maile-fd.linkedin.com mail3.bemta26.example.com sv1234.xserver.jp www123.sakura.ne.jp mail.mei-shi.co.jp
   smtp-out-04.yahoo-corp.jp nmspam1.example.or.kr mail.static-route.example.net correo.telefonica-ventas.example.es
   smtp.adsl-ayuda.example.es posta.fibra-ottica.example.it mail.rete-casa.example.it courriel.cablage-pro.fr
   smtp.ligne-directe.fr mail.pool-nautique.fr poczta.siec-kablowa.example.pl mx.domowa-apteka.example.pl
   mail.dom-i-ogrod.example.pl mail.abonent.example.ua mx.dynamo.kiev.example.ua mail.static.example.ru
   pochta.set-service.example.ru email.fiber.example.com.br mx.provedor-dinamico.example.com.br
   mail.cliente-oculto.com.br relay.cpe-lyon.fr mail.dhcp.example.com mx.vdsl-ratgeber.example.de lists.ipv6forum.com
   mail.4-consult.de mx1.10x-growth.example.com mail.24-7pressrelease.example.com smtp.360grad.example.de
   mx.1and1consult.example.com mail.b2b-1000.example.de post.abc123.example.com mail.hex.example.com mail.deadbeef.org
   mx.cafe-facade.fr mail.face2face.example.com exchange2016.kanzlei-weber.example.de mail2025.example.com
   mx2019.example.org srv-mail-01.hq.example.com ex01.corp.example.com zimbra8.example.edu edge-01-fra.example.net
   mta-sts.example.com mailer-203.example.com=203.0.113.7 relay-113.example.com=203.0.113.7
   smtp-fra1-03.news.example.com out-3.smtp.github.com mail-pl1.example.com m1.dynect.example.net
`);
