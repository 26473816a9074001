/**
 * Names from general knowledge, each list written down before the rules were tried on it (numbers mostly made up):
 * `name` or `name=address`. Of the second list 229 of 265 generic names were caught and 40 of 185 custom ones flagged
 * at the first try; of the third, written after that was mended, 152 of 160 and 6 of 116.
 */
export const listed = (text: string): readonly (readonly [name: string, address?: string])[] =>
  text
    .trim()
    .split(/\s+/)
    .map((each) => each.split("=") as [name: string, address?: string]);

/** Access providers, hosting companies, and one name for a whole range. */
export const worldGeneric = listed(`
   powered.by.rdp.sh=185.234.72.19 hosted.by.100up.net=185.107.12.34 hosted.by.superhosting.example.nl=203.0.113.77
   rdns.not.set=198.51.100.7 rdns-not-set.example.net reverse.not.set.example.com no-reverse-yet.local-isp.example.net
   no-rdns-record.example.com no.rdns.example.net unassigned.psychz.net=199.15.112.8 not-assigned.calyx.nl
   unspecified.mtw.ru=193.124.12.34 unused.hosteurope.de unallocated.barefruit.example.uk
   ptr.not.configured.example.org ip-not-in-use.example.net default-rdns.vpsserver.example.com
   customer.clientshostname.com=91.200.12.34 this.rdns.is.not.set.example.com dynamic.vdc.vn=14.160.12.34
   static.vnpt.vn=14.225.12.34 static.vdc.vn=123.30.12.34 localhost-by-default.example.net=203.0.113.40
   static.cmcti.vn=203.205.12.34 adsl.viettel.vn=115.75.12.34 dsl.telekom.example.rs client.yota.ru=188.162.12.34
   users.mns.ru=80.70.12.34 pppoe.example-isp.ru p3012-ipad105akatuka.ibaraki.ocn.ne.jp=123.222.12.34
   p5054-ipngnfx01marunouchi.tokyo.ocn.ne.jp p794196-omed01.osaka.ocn.ne.jp=60.39.12.34
   p1149097-ipoe.ipoe.ocn.ne.jp=118.8.12.34 i118-20-92-12.s30.a048.ap.plala.or.jp=118.20.92.12
   softbank060086012034.bbtec.net=60.86.12.34 kd111239012034.au-net.ne.jp=111.239.12.34
   sp49-98-12-34.msb.spmode.ne.jp=49.98.12.34 om126193012034.8.openmobile.ne.jp=126.193.12.34
   zaq3d7cf1a2.zaq.ne.jp=61.124.241.162 flh2aat045.myg.mesh.ad.jp=220.147.12.45
   fl1-122-130-12-34.tky.mesh.ad.jp=122.130.12.34 pdf1a2b3c.tokynt01.ap.so-net.ne.jp=223.26.43.60
   p7c2a1b3.kngwnt01.ap.so-net.ne.jp nttkyo123456.tkyo.nt.ngn.ppp.infoweb.ne.jp eaoska-12345.zaq.example.jp
   221x245x12x34.ap221.ftth.ucom.ne.jp=221.245.12.34 61-205-12-34m5.grp1.mineo.jp=61.205.12.34
   60-250-12-34.hinet-ip.hinet.net=60.250.12.34 1-160-12-34.dynamic-ip.hinet.net=1.160.12.34
   host-203-74-12-34.static.kbtelecom.net=203.74.12.34 n058152012034.netvigator.com=58.152.12.34
   1-36-12-034.static.netvigator.com=1.36.12.34 14-0-150-123.static.pccw-hkt.com=14.0.150.123
   061093012034.ctinets.com=61.93.12.34 reserve.cableplus.com.cn=210.22.12.34
   113.108.12.34.static.gz.gd.dynamic.163data.com.cn=113.108.12.34 hn.kd.ny.adsl=123.15.12.34 hn.kd.dhcp=222.88.12.34
   node-abc.pool-1-20.dynamic.totinternet.net=1.20.12.34 mx-ll-110.164.12-34.static.3bb.co.th=110.164.12.34
   ppp-171-98-12-34.revip8.asianet.co.th=171.98.12.34 ppp-124-120-12-34.revip2.asianet.co.th=124.120.12.34
   cm-114-109-12-34.revip13.asianet.co.th=114.109.12.34 34.subnet125-161-12.speedy.telkom.net.id=125.161.12.34
   fm-dyn-139-195-12-34.fast.net.id=139.195.12.34 175.176.12.34.pldt-home.example.ph=175.176.12.34
   112.198.12.34.dsl.static.globe.example.ph dsl.49.144.12.34.pldt.net=49.144.12.34
   static-mum-59.182.12.34.mtnl.net.in=59.182.12.34 triband-del-59.180.12.34.bol.net.in=59.180.12.34
   segment-119-226.sify.net=119.226.12.34 118-163-12-34.mum.tatadocomo.example.in
   cpe-115-64-12-34.hikn1.win.bigpond.net.au 58-6-12-34.dyn.iinet.net.au=58.6.12.34
   pa49-180-12-34.pa.nsw.optusnet.com.au=49.180.12.34 c122-106-12-34.carlnfd1.nsw.optusnet.com.au=122.106.12.34
   125-237-12-34-fibre.bb.spark.co.nz=125.237.12.34 pd9e1a2b3.dip0.t-ipconnect.de=217.225.162.179
   p5b3f1a2b.dip0.t-ipconnect.de=91.63.26.43 tmo-102-123.customers.d1-online.com=80.187.102.123
   ip-109-43-12-34.web.vodafone.de=109.43.12.34 cable-89-16-153-12.cust.telecolumbus.net=89.16.153.12
   muedsl-82-207-12-034.citykom.de=82.207.12.34 mgb-12-034.osnanet.de
   aftr-185-17-205-12.dynamic.mnet-online.de=185.17.205.12 hosted-by-vautron.example.de
   chello089072034123.chello.sk=89.72.34.123 chello213047012034.9.11.vie.surfer.at=213.47.12.34
   f12034.upc-f.chello.nl=80.56.12.34 a56034.upc-a.chello.nl=62.163.56.34 e181031.upc-e.chello.nl=213.93.181.31
   d51a4e0f1.cable.wanadoo.nl static.kpn.net=92.66.12.34 ip51cc1a2b.speed.planet.nl=81.204.26.43
   cp1234567-a.tilbu1.nb.home.nl 5072a1b2.static.ziggozakelijk.nl=80.114.161.178 d8d866123.access.telenet.be
   ptr-abcd12efgh34ijkl56.18120a2.ip6.access.telenet.be 89.31-136-217.adsl-static.isp.belgacom.be=217.136.31.89
   2a02-a03f-1234-5678-9abc-def0-1234-5678.fixed6.isp.example.be
   laubervilliers-656-1-12-34.w90-63.abo.wanadoo.fr=90.63.12.34
   atuileries-153-1-12-34.w82-123.abo.wanadoo.fr=82.123.12.34 88-120-12-34.subs.proxad.net=88.120.12.34
   bea13-h02-176-144-12-34.dsl.sta.abo.bbox.fr=176.144.12.34 34.12.118.80.rev.sfr.net=80.118.12.34
   reverse.completel.net=213.244.12.34 cpc102582-seve24-2-0-cust123.13-3.cable.virginm.net
   host-2-98-12-34.as13285.net=2.98.12.34 host81-149-12-34.in-addr.btopenworld.com=81.149.12.34
   5e0c1a2b.bb.sky.com=94.12.26.43 97e1a2b3.skybroadband.com=151.225.162.179
   bzq-79-177-12-34.red.bezeqint.net=79.177.12.34 cust-pool-123.zen.example.co.uk 84-203-12-34.mysmart.ie=84.203.12.34
   dialup-4.156.12.34.dial1.chicago1.level3.net=4.156.12.34 c-83-233-12-34.cust.bredband2.com=83.233.12.34
   ua-83-226-12-34.bbcust.telenor.se=83.226.12.34 h-12-34.a123.priv.bahnhof.se=81.170.12.34
   host-95-192-12-34.mobileonline.telia.com=95.192.12.34 h87-96-12-34.cust.a3fiber.se=87.96.12.34
   0x5da1b2c3.cpe.ge-1-1-0-1104.ronqu1.customer.tele.dk 87-57-12-34-dynamic.dk.customer.tdc.net=87.57.12.34
   x1-6-a0-21-b7-12-34-56.cpe.webspeed.dk cm-84.212.12.34.getinternet.no=84.212.12.34 ti0123a430-1234.bb.online.no
   dsl-espbrasgw1-54f912-34.dhcp.inet.fi=84.249.12.34 mobile-access-5672ab-12.dhcp.inet.fi
   85-76-12-34-nat.elisa-mobile.fi=85.76.12.34 88-112-12-34.elisa-laajakaista.fi=88.112.12.34 ip12-34.cable.starman.ee
   78-60-12-34.static.zebra.lt=78.60.12.34 balticom-131-12-34.balticom.lv=83.99.12.34
   host-87-10-12-34.retail.telecomitalia.it=87.10.12.34 host34-12-static.81-94-b.business.telecomitalia.it=94.81.12.34
   93-34-12-34.ip49.fastwebnet.it=93.34.12.34 2-228-12-34.ip190.fastwebnet.it=2.228.12.34
   adsl-ull-12-34.45-151.wind.it=151.45.12.34 mob-5-90-12-34.net.vodafone.it=5.90.12.34
   34.red-217-125-12.staticip.rima-tde.net=217.125.12.34 34.pool85-48-12.dynamic.orange.es=85.48.12.34
   cm-staticip-62-42-12-34.onocable.example.es 84.78.12.34.dyn.user.ono.com=84.78.12.34
   static-34-12-24-46.ipcom.comunitel.net=46.24.12.34 bl23-123-12.dsl.telepac.pt=144.64.123.12
   a79-168-12-34.cpe.netcabo.pt=79.168.12.34 ppp-94-64-12-34.home.otenet.gr=94.64.12.34 adsl-34.109.242.12.tellas.gr
   athedsl-4367123.home.otenet.gr 85.105.12.34.static.ttnet.com.tr=85.105.12.34
   host-92-44-12-34.reverse.superonline.net=92.44.12.34 abc123.neoplus.adsl.tpnet.pl
   aeqr210.neoplus.adsl.tpnet.pl=79.186.12.210 eqh12.internetdsl.tpnet.pl=83.17.12.12 public-gprs123456.centertel.pl
   staticline-31-183-12-34.toya.net.pl=31.183.12.34 user-31-174-12-34.play-internet.pl=31.174.12.34
   apn-37-248-12-34.dynamic.gprs.plus.pl=37.248.12.34 ip-94-112-12-34.bb.vodafone.cz=94.112.12.34
   cst-prg-12-34.vodafone.cz 34.12.nat.o2isp.example.cz=203.0.12.34 adsl-dyn123.95-102-12.t-com.sk=95.102.12.123
   bband-dyn34.178-41-12.t-com.sk=178.41.12.34 catv-89-132-12-34.catv.fixed.vodafone.hu=89.132.12.34
   business-91-83-12-34.business.broadband.hu=91.83.12.34 5401a2b3.mobile.pool.telekom.hu
   89-212-12-34.dynamic.t-2.net=89.212.12.34 bsn-77-12-34.static.siol.net=93.103.12.34
   cpe-188-129-12-34.dynamic.amis.hr=188.129.12.34 79-101-12-34.static.isp.telekom.rs=79.101.12.34
   86-120-12-34.rdsnet.ro=86.120.12.34 ip-178-22-12-34.static.bg.example.net=178.22.12.34
   95-42-12-34.ip.btc-net.bg=95.42.12.34 95-31-12-34.broadband.corbina.ru=95.31.12.34
   ppp95-165-12-34.pppoe.spdop.ru=95.165.12.34 broadband-46-242-12-34.ip.moscow.rt.ru=46.242.12.34
   dynamicip-176-215-12-34.pppoe.irkutsk.ertelecom.ru=176.215.12.34 h178-129-12-34.dyn.bashtel.ru=178.129.12.34
   net123.234.188-34.ertelecom.ru vlan-34-12.comcor.example.ru=203.0.12.34 34-12-124-91.pool.ukrtel.net=91.124.12.34
   176-36-12-34.la.net.ua=176.36.12.34 mm-34-12-57-86.dynamic.pppoe.mgts.by=86.57.12.34 leased-line-12-34.telecom.by
   syn-098-123-012-034.biz.spectrum.com=98.123.12.34 mta-98-148-12-34.socal.rr.com=98.148.12.34
   c-24-7-12-34.hsd1.ca.comcast.net=24.7.12.34 wsip-24-249-12-34.ks.ks.cox.net=24.249.12.34
   ip98-178-12-34.ga.at.cox.net=98.178.12.34 107-135-12-34.lightspeed.sntcca.sbcglobal.net=107.135.12.34
   104-8-12-34.uvs.irvnca.example.net=104.8.12.34 cpe-72-130-12-34.hawaii.res.rr.com=72.130.12.34
   75-149-12-34-washington.hfc.comcastbusiness.net=75.149.12.34 63-231-12-34.tukw.qwest.net=63.231.12.34
   h69-128-12-34.mdsnwi.dedicated.static.tds.net=69.128.12.34 184-100-12-34.dia.static.qwest.net
   static-50-53-12-34.bvtn.or.frontiernet.net=50.53.12.34 d14-69-12-34.try.wideopenwest.com=69.14.12.34
   user-12l1abc.cable.mindspring.com dynamic-acs-24-101-12-34.zoominternet.net=24.101.12.34
   pool-173-79-12-34.washdc.fios.verizon.net=173.79.12.34 206-12-34-56.teksavvy.example.ca=206.12.34.56
   s010600a0c91a2b3c.cg.shawcable.net node-1w7jr9qrv2abc.ipv6.telus.net
   modemcable123.45-176-173.mc.videotron.ca=173.176.45.123 dsl-189-130-12-34-dyn.prod-infinitum.com.mx=189.130.12.34
   customer-gdl-184-12-34.megared.net.mx=187.184.12.34 fixed-187-188-12-34.totalplay.net=187.188.12.34
   b19a12b3.virtua.com.br bd3c1a2b.virtua.com.br=189.60.26.43 187-26-12-34.3g.claro.net.br=187.26.12.34
   177-132-12-34.user.vivozap.com.br=177.132.12.34 200-158-12-34.dsl.telesp.net.br=200.158.12.34
   189-59-12-34.ctame704.dsl.brasiltelecom.net.br=189.59.12.34 host34.201-252-12.telecom.net.ar=201.252.12.34
   186-22-12-34.fibertel.example.ar=186.22.12.34 r186-48-12-34.dialup.adsl.anteldata.net.uy=186.48.12.34
   190-161-12-34.cm.example.cl pc-123-45-161-190.cm.vtr.net=190.161.45.123
   static-adsl201-232-12-34.une.net.co=201.232.12.34 dynamic-186-154-12-34.dynamic.etb.net.co=186.154.12.34
   200.44.12-34.dyn.dsl.cantv.net=200.44.12.34 customer-static-201-230-12-34.iplannetworks.net=201.230.12.34
   bb-185-12-34.example-isp.com.sa 5.12.34.56.shatel.ir=5.12.34.56 host-41.33.12.34.tedata.net=41.33.12.34
   41-133-12-34.dsl.mweb.co.za=41.133.12.34 dsl-244-12-34.telkomadsl.co.za=41.244.12.34
   105-184-12-34.north.dsl.telkomsa.net=105.184.12.34 196.207.12.34.accesskenya.com=196.207.12.34
   adsl196-34-12-217-196.adsl196-3.iam.net.ma=196.217.12.34 vmi2345678.contaboserver.net=109.199.12.34
   v22019012345678.supersrv.de v220200412345678901.nicesrv.de=202.61.12.34 ns31234567.ip-54-36-12.eu=54.36.12.34
   ip-107-180-12-34.ip.secureserver.net=107.180.12.34 s192-169-12-34.secureserver.net=192.169.12.34
   172-234-12-34.ip.linodeusercontent.com=172.234.12.34 45.76.12.34.vultrusercontent.com=45.76.12.34
   srv1234567.hstgr.cloud=72.60.12.34 85-215-12-34.ip.pbiaas.com=85.215.12.34 p1234567.vps.example-hosting.jp
   tk2-123-45678.vs.sakura.ne.jp=160.16.12.34 os3-123-45678.vs.sakura.ne.jp ik1-123-45678.vs.sakura.ne.jp
   v160-251-12-34.gy2x.static.cnode.io=160.251.12.34 ec2-15-228-12-34.sa-east-1.compute.amazonaws.com=15.228.12.34
   12.34.203.35.bc.googleusercontent.com=35.203.34.12 34-12-201-195.clients.example-rootserver.de=195.201.12.34
   vds1234567.my-ihor.ru 123456.fornex.cloud free.ds=193.124.12.34 vps-1234567.example-host.fr
   cloud-123456.managed-vps.net vm2345678.firstbyte.club e2e-72-123.ssdcloudindia.net=164.52.72.123
   static-34-12-48-185.hosting.example.tr=185.48.12.34 u12345.serverprofi24.example euve123456.serverprofi24.com
   h2123456.stratoserver.net rs123456.rs.hosteurope.de lvps92-51-12-34.dedicated.hosteurope.de=92.51.12.34
   server-1a2b3c4d.clouding.example.es instance-abcdef12.cloud.example.net cust-1a2b3c4d5e.line.example.net
   a7f3c9e1.cust.example.net
`);

/** Organisations in many languages, whose words are those of providers; numbered hosts; senders of large operators. */
export const worldCustom = listed(`
   srv2016.kabelbau-meier.de=203.0.113.16 srv2019.kabel-schmidt.de=203.0.113.19 fibre-optique-pro.fr=203.0.113.12
   ns2.fibre-optique-pro.fr=203.0.113.12 dsl-shop24.de=203.0.113.24 server24.dsl-shop24.de=203.0.113.24
   web1234.cable-guys.com=203.0.113.34 exchange2016.fibra-servizi.it=203.0.113.16
   srv100.pool-bau-mueller.de=203.0.113.100 web01.poolservice-berlin.de=203.0.113.11
   sv2022.mobile-garage.nl=203.0.113.22 host365.dynamic-solutions.com=203.0.113.65 dyn365.dynamics-partner.com
   win2019.staticdesign.co.uk=203.0.113.19 app12.glasfaser-nord.de=203.0.113.112 erp2020.modemfabrik.de=203.0.113.20
   crm100.cablecom-bau.ch=203.0.113.100 vdr2000.satellite-tv.pl=203.0.113.200 sql2017.wirelesswerks.com=203.0.113.17
   srv123.broadband-consulting.eu=203.0.113.123 home24-server.example.com=203.0.113.24 zeus.homecare24.nl=203.0.113.24
   server2012.customer-care.example.com=203.0.113.12 web250.kunden-werben.de=203.0.113.250
   www2.residence-du-lac.fr=203.0.113.2 info2000.access-it.be=203.0.113.20 pbx.lte-shop.example.pl=203.0.113.8
   nas1.ppp-projekte.de=203.0.113.1 hosting24.pl=203.0.113.24 server.vps-hosting-24.example.com=203.0.113.24
   unbenannt.de reserved-seating.com=203.0.113.9 www.available-now.example.org facade24.example.com=203.0.113.24
   facade24.architecte-paris.fr=203.0.113.24 decade90.example.org=203.0.113.90 deadbeef.example.org=203.0.113.10
   cafebabe.example.net c0ffee.example.com=203.0.113.10 c0ffee42.roastery.example.com=203.0.113.42
   badcafe1.example.net=203.0.113.1 feedface.example.edu defaced1.example.com abeceda24.cz=203.0.113.24
   bead2cad.example.com fee1dead.hackerspace.example.org ada2024b.example.org vps123.example.com=203.0.113.123
   vps123.firma-schulz.de=198.51.100.9 vps245.company.nl=203.0.113.45 hermes-100.example.com=203.0.113.100
   hermes-100.uni-example.de=203.0.113.100 apollo250.example.com=203.0.113.250 zeus-123.example.gr=203.0.113.123
   srv-110.bedrijf.nl=203.0.113.110 server101.example.it=203.0.113.101 vm101.example.com=203.0.113.101
   vm-200.stadtwerke-musterstadt.de=203.0.113.200 kvm12.verein.example.at=203.0.113.12 pve1.example.com=203.0.113.1
   web226.kundencenter.example.de=203.0.113.226 saturn5.example.com=203.0.113.5 athena.example.ac.uk=203.0.113.7
   u2.example.ie b52.example.com=203.0.113.52 ts3.example.com pi4.example.dev=203.0.113.4 win-2022-dc1.example.com
   sbs2011.kanzlei-huber.at=203.0.113.11 ex2019.autohaus-krause.de=203.0.113.19 linux10.example.edu=203.0.113.110
   hv03-vm12.example.com=203.0.113.12 dedi42.example.org=203.0.113.42 node3.cluster.example.org=203.0.113.33
   de1.example.com fra-1.example.io=203.0.113.201 s17.example-hoster.nl=203.0.113.17
   alpha2.omega.example.com=203.0.113.2 poczta.urzad-gminy.pl=203.0.113.44 posta.belediye.bel.tr=203.0.113.25
   correo.ayuntamiento.es=203.0.113.25 webmail.comune.milano-esempio.it=203.0.113.61
   meru.kyoto-shokai.co.jp=203.0.113.30 kaisha.example.co.jp=203.0.113.10 sakura2.ne.jp
   pochta.zavod-example.ru=203.0.113.73 relais.mairie-exemple.fr=203.0.113.9 mairie.ville-exemple.fr=203.0.113.9
   serveur.cabinet-dupont.fr=203.0.113.14 servidor.clinica-exemplo.com.br=203.0.113.18
   servidor2.universidad.edu.mx=203.0.113.2 palvelin.yritys.fi=203.0.113.70 server.bedrijfsnaam.be=203.0.113.15
   pastas.imone.lt levelezo.ceg.hu=203.0.113.31 kiszolgalo.iskola.hu e-posta.sirket.com.tr
   thu.congty.com.vn=203.0.113.10 surat.perusahaan.co.id xn--80aswg.example.com gateway.holding.com.hk=203.0.113.80
   apollo.fysik.example.se=203.0.113.9 tor.handelshus.se=203.0.113.10 odin.kommune.no=203.0.113.10 freya.virksomhed.dk
   intranet.gymnasium-2000.de buero.steuerberater-24.de=203.0.113.24 post.handwerk24.de=203.0.113.24
   7-eleven.example.com=203.0.113.11 4x4-club.example.org=203.0.113.4 3m-mail.example.com 1und1-partner.example.de
   studio-22.architekten.example.ch=203.0.113.22 route66.bar=203.0.113.66 www.1a-immobilien24.de=203.0.113.24
   edge.21cn-partner.example.com rn2-txn-msbadger01105.apple.com=17.111.110.105
   ma-mailex-pstg-asmtp04.apple.com=17.23.12.34 mail-out6.apple.com=17.151.62.28
   rn-mailsvcp-relay-lapp01.rno.apple.com=17.179.253.22 crk-mailsvcp-relay-lapp04.euro.apple.com=17.66.55.17
   nwk-aaemail-lapp03.apple.com=17.151.62.68 nk11p00mm-smtpin012.mac.com st43p00im-ztfb10071701.me.com=17.58.63.176
   pv50p00im-zteg10011501.me.com=17.58.6.42 qs51p00im-qukt01080502.me.com=17.57.155.23
   p-east1-cluster1-host1-snip4-10.eps.apple.com=57.103.66.100 outbound.p-east1-2-0-0.icloud.com
   m12-18.163.com=220.181.12.18 m15-113.126.com=220.181.15.113 mail-m973.mail.163.com=123.126.97.3
   m50-135.163.com=123.125.50.135 mail-m127101.qiye.163.com=115.236.127.101 m97179.yeah.net=123.126.97.179
   m177126.mail.qiye.163.com=123.58.177.126 m224-67.vip.163.com=123.125.224.67
   out162-62-57-87.mail.qq.com=162.62.57.87 smtpbg150.qq.com=18.132.163.193
   out30-131.freemail.mail.aliyun.com=115.124.30.131 out28-49.mail.aliyun.com=115.124.28.49
   a9-112.smtp-out.amazonses.com=54.240.9.112 mail-yw1-f173.google.com=209.85.128.173
   mail-sor-f41.google.com=209.85.220.41 mail-bn8nam12on2061.outbound.protection.outlook.com=40.107.237.61
   sonic313-20.consmr.mail.ne1.yahoo.com=66.163.185.43 o3.em.example-shop.com=149.72.12.34
   xtrwkpqd.outbound-mail.sendgrid.net=149.72.154.232 mta141.email.example-bank.com=203.0.113.141
   mg-d1-23.mailgun.example.com mail-128.protonmail.ch mail-4022.proton.ch=185.70.40.22
   fout-a8-smtp.messagingengine.com=103.168.172.151 fhigh-b2-smtp.messagingengine.com=202.12.124.153
   mo4-p00-ob.smtp.rzone.de=81.169.146.163 mout-p-201.mailbox.org=80.241.56.171 mxout1-ec2-va.apache.org=3.227.148.255
   forward103b.mail.yandex.net=178.154.239.150 fallback18.mail.ru=185.5.136.250 smtp56.i.mail.ru
   pc232-84.mailgun.net=143.55.232.84 mx0b-00190b01.pphosted.com=67.231.157.127
   us-smtp-delivery-124.mimecast.com=170.10.133.124 usb-smtp-delivery-124.mimecast.com=170.10.151.124
   omta002.cacentral1.a.cloudfilter.net vsmx012.vodafonemail.xion.oxcs.net=153.92.174.90 mx-out03.mykolab.com
   smtp-out1.suse.de=195.135.223.130 mailrelay2-1.pub.mailoutpod2-cph3.one.com=46.30.211.177
   dog.birch.relay.mailchannels.net=23.83.209.48 aye.elm.relay.mailchannels.net=23.83.212.6
   mail200-12.atl61.mcsv.net=198.2.180.12 e2i340.smtp2go.com=103.2.141.84 i123.mtasv-outbound.example.net
   mail-eopbgr150120.outbound.protection.outlook.com=40.107.15.120 hosted-mail.example.com=203.0.113.7
   server-smtp-out-12.provider.example.pt static-mail.example.org=203.0.113.5 pool-mx1.example.net=203.0.113.5
   dsl-mx.example.it mx.dynamic-it.example.com pool.example.com=203.0.113.10 cloud.pool.example.org=203.0.113.10
   modem.example.com=203.0.113.10 fibre.example.fr=203.0.113.10 dynamic.example.com=203.0.113.10
`);

export const thirdGeneric = listed(`
   p57a1c2d3.dip0.t-ipconnect.de=87.161.194.211 ip-178-200-12-34.hsi07.unitymediagroup.de=178.200.12.34
   dyn-12-34.cable.example.ch=84.72.12.34 xdsl-31-165-12-34.adslplus.ch=31.165.12.34
   cust.static.62-167-12-34.cybernet.example.ch=62.167.12.34 static-212-55-12-34.example-tel.pt=212.55.12.34
   213-239-12-34.clients.your-server.de=213.239.12.34 static.46.4.12.34.clients.your-server.de=46.4.12.34
   kundenserver-12-34.example.de=85.13.12.34 62-12-34-56.static.cablecom.example.ch=62.12.34.56
   host109-152-12-34.range109-152.btcentralplus.com=109.152.12.34
   cpc93842-hari17-2-0-cust789.20-2.cable.virginm.net=82.20.12.34 79-66-12-34.dynamic.dsl.as9105.com=79.66.12.34
   92.40.12.34.threembb.co.uk=92.40.12.34 31-187-12-34.dynamic.upc.ie=31.187.12.34
   dhcp-089-098-012-034.chello.nl=89.98.12.34 541b2a3c.cm-14-1a.dynamic.ziggo.nl=84.27.42.60
   i12034.upc-i.chello.nl=62.195.12.34 195-241-12-34.adsl.dds.nl=195.241.12.34
   d5152a3b4.static.telenet.be=81.82.163.180 91.180-65-87.adsl-dyn.isp.belgacom.be=87.65.180.91
   lstlambert-657-1-12-34.w80-13.abo.wanadoo.fr=80.13.12.34 mau49-1-82-245-12-34.fbx.proxad.net=82.245.12.34
   static-176-158-12-34.ftth.abo.bbox.fr=176.158.12.34 adijon-652-1-12-34.w109-222.abo.wanadoo.fr=109.222.12.34
   host-89-241-12-34.as13285.net=89.241.12.34 c-69e1a2b3.024-87-6c6b701.bbcust.telenor.se=105.225.162.179
   81-235-12-34-no22.tbcn.telia.com=81.235.12.34 90-230-12-34-no56.tbcn.telia.com=90.230.12.34
   h-79-136-12-34.na.cust.bahnhof.se=79.136.12.34 static-5-186-12-34.fibianet.dk=5.186.12.34
   3e6b1a2b.rev.stofanet.dk=62.107.26.43 188-180-12-34-cable.dk.customer.tdc.net=188.180.12.34
   ti0027a430-4567.bb.online.no mobile-access-bcee12-34.dhcp.inet.fi=188.238.12.34 dsl-tkubng21-58c12a-34.dhcp.inet.fi
   a88-113-12-34.elisa-laajakaista.fi=88.113.12.34 213-35-12-34-dsl.trt.estpak.ee=213.35.12.34
   host-82-135-12-34.customer.telecentras.example.lt=82.135.12.34 87-110-12-34.dyn.baltcom.example.lv=87.110.12.34
   adsl-84-42-12-34.static.nextra.example.cz=84.42.12.34 host-178-72-12-34.ip.nej.example.cz=178.72.12.34
   188-167-12-34.dynamic.chello.sk=188.167.12.34 apn-95-40-12-34.dynamic.gprs.plus.pl=95.40.12.34
   bkr12.neoplus.adsl.tpnet.pl=83.28.12.12 pa123.internetdsl.tpnet.pl
   host-89-228-12-34.olsztyn.vectranet.example.pl=89.228.12.34 178-235-12-34.dynamic.chello.pl=178.235.12.34
   91-82-12-34.pool.digikabel.hu=91.82.12.34 5ec1a2b3.mobile.pool.telekom.hu=94.193.162.179
   89-172-12-34.adsl.net.t-com.hr=89.172.12.34 cable-89-216-12-34.static.sbb.rs=89.216.12.34
   78-1-12-34.adsl.net.t-com.hr=78.1.12.34 adsl-12-34.teol.example.ba=78.28.12.34
   ppp005055012034.access.hol.gr=5.55.12.34 athedsl-201234.home.otenet.gr
   62.228.12.34.dynamic.cytanet.example.cy=62.228.12.34 95.9.12.34.static.ttnet.com.tr=95.9.12.34
   88.226.12.34.dynamic.ttnet.com.tr=88.226.12.34 host-213-14-12-34.reverse.superonline.net=213.14.12.34
   85-250-12-34.bb.netvision.net.il=85.250.12.34 bzq-218-12-34.cablep.bezeqint.net=81.218.12.34
   igld-84-228-12-34.inter.net.il=84.228.12.34 5x19x12x34.static-business.spb.ertelecom.ru=5.19.12.34
   37-146-12-34.broadband.corbina.ru=37.146.12.34 95-28-12-34.broadband.corbina.ru=95.28.12.34
   128-69-12-34.broadband.corbina.ru=128.69.12.34 ip-83-149-12-34.nwgsm.ru=83.149.12.34
   node-34-12-110-95.domolink.tula.net=95.110.12.34 ppp109-252-12-34.pppoe.spdop.ru=109.252.12.34
   213.87.12.34.mtsgprs.example.ru unn-37-120-12-34.datapacket.com=37.120.12.34
   c-98-210-12-34.hsd1.ca.comcast.net=98.210.12.34 50-79-12-34-static.hfc.comcastbusiness.net=50.79.12.34
   syn-071-012-034-056.res.spectrum.com=71.12.34.56 cpe-24-28-12-34.austin.res.rr.com=24.28.12.34
   ip72-192-12-34.ri.ri.cox.net=72.192.12.34 wsip-184-176-12-34.ph.ph.cox.net=184.176.12.34
   pool-100-0-12-34.bstnma.fios.verizon.net=100.0.12.34 adsl-074-168-012-034.sip.mia.bellsouth.net=74.168.12.34
   99-12-34-56.lightspeed.hstntx.sbcglobal.net=99.12.34.56 70-36-12-34.dsl.dynamic.fusionbroadband.com=70.36.12.34
   c-71-237-12-34.hsd1.or.comcast.net=71.237.12.34 65-102-12-34.hlrn.qwest.net=65.102.12.34
   h96-60-12-34.mdtnwi.dsl.dynamic.tds.net=96.60.12.34 172-58-12-34.tmobile.example.com=172.58.12.34
   toroon63-1177612399.sdsl.bell.ca dsl-173-206-12-34.tor.primus.ca=173.206.12.34 s0106f0f249d1a2b3.vf.shawcable.net
   cpe788df7a1b2c3-cm788df7a1b2c0.cpe.net.cable.rogers.com modemcable012.34-23-96.mc.videotron.ca=96.23.34.12
   fixed-189-203-12-34.totalplay.net=189.203.12.34 dsl-201-103-12-34-sta.prod-empresarial.com.mx=201.103.12.34
   customer-pue-234-12.megared.net.mx=189.172.234.12 179-108-12-34.provider.example.net.br=179.108.12.34
   b3d01a2b.virtua.com.br=179.208.26.43 187-123-12-34.dynamic.example-tele.com.br=187.123.12.34
   host12.190-136-34.telecom.net.ar=190.136.34.12 201-212-12-34.cab.prima.net.ar=201.212.12.34
   190-20-12-34.baf.movistar.cl=190.20.12.34 pc-12-34-104-200.cm.vtr.net=200.104.34.12
   dynamic-181-50-12-34.claro.example.co=181.50.12.34 client-190.40.12.34.speedy.net.pe=190.40.12.34
   abts-kk-dynamic-034.12.167.122.airtelbroadband.in=122.167.12.34 static-117-239-12-34.bsnl.example.in=117.239.12.34
   nsg-corporate-34.12.187.122.airtel.in=122.187.12.34 203-99-12-34.example.pk=203.99.12.34
   p4123-ipbf2003marunouchi.tokyo.ocn.ne.jp p12345-mobac01.tokyo.ocn.ne.jp
   i219-164-12-34.s41.a014.ap.plala.or.jp=219.164.12.34 kd027092012034.ppp-bb.dion.ne.jp=27.92.12.34
   218-251-12-34f1.hyg1.eonet.ne.jp=218.251.12.34 pc1a2b3c.tkyea124.ap.so-net.ne.jp
   fp76f1a2b3.kngf101.ap.nuro.jp=118.241.162.179 z12.61-45-34.ppp.wakwak.ne.jp=61.45.34.12
   110-4-12-34.example.hinet.net=110.4.12.34 118-163-12-34.hinet-ip.hinet.net=118.163.12.34
   n1164912034.netvigator.com=116.49.12.34 cm-27-145-12-34.revip12.asianet.co.th=27.145.12.34
   node-2fg.pool-125-24.dynamic.totinternet.net=125.24.12.34 58.187.12.34.dynamic.fpt.vn localhost.dynamic.vnpt.vn
   dynamic-ip.viettel.vn fm-ip-118.136.12.34.fast.net.id=118.136.12.34
   34.12.55.36.static.telkom.example.id=36.55.12.34 cpe-203-51-12-34.lns2.cht.bigpond.net.au
   180-150-12-34.b4960c.syd.static.aussiebb.net=180.150.12.34 101-98-12-34-adsl.sparkbb.co.nz=101.98.12.34
   197.80.12.34.dsl.mweb.example.za=197.80.12.34 41-135-12-34.dsl.mweb.co.za=41.135.12.34
   host-156.204.34.12-static.tedata.net=156.204.12.34 41.143.12.34.dyn.example.ma=41.143.12.34
   105-235-12-34.mobile.example.ng=105.235.12.34 ip-10-34.example-host.co.ke vps-a1b2c3d4.vps.ovh.net=51.75.12.34
   ip203.ip-147-135-12.eu=147.135.12.203 ec2-3-120-12-34.eu-central-1.compute.amazonaws.com=3.120.12.34
   v31234.1blu.de=178.254.12.34 vmd12345.contaboserver.net=167.86.12.34
   vm1234567.stark-industries.solutions=45.142.12.34 customer.worldstream.nl=185.182.12.34
   hosted-by.i3d.net=31.204.12.34 hosted-by.blazingfast.io=185.11.12.34 unassigned.leaseweb.example.com=85.17.12.34
   no-ptr.as201206.example.net=193.142.12.34 reverse-not-set.example-dc.eu ptr.is-not-set.example-dc.eu
   undefined.datagroup.ua=80.91.12.34 not-used.example-transit.eu host.slaskdatacenter.example.com=195.216.12.34
   static.213-133-12-34.example-host.de=213.133.12.34 vserver-12-34.example-host.de=5.9.12.34
   srv-2023-12-34.dc.example.net scw-1a2b3c.instances.scw.cloud=51.15.12.34 60-12-34-56.rev.poneytelecom.eu
   212-83-12-34.rev.poneytelecom.eu=212.83.12.34 server-178.62.12.34.da.direct=178.62.12.34
   45-153-12-34.example.vps.ua=45.153.12.34 ua-1234.colo.example.ua hst12345.phphost.ru
`);

export const thirdCustom = listed(`
   nas2.firma-xy.de=203.0.113.2 home1.example.net=203.0.113.101 client12.agentur.de=203.0.113.12
   user01.example.com=203.0.113.1 port25.example.com=203.0.113.25 kunde7.it-dienst.de=203.0.113.7
   net1.corp.example.com=203.0.113.1 fiber1.example.com=203.0.113.8 line6.com=203.0.113.6
   wifi.hotel-post.at=203.0.113.33 line2.callcenter.example.es=203.0.113.2 web-10-2.example.com=203.0.113.2
   srv-3-14.example.com=203.0.113.14 dedicated1.example.fr=203.0.113.61 dedicated.example.fr=203.0.113.61
   static.example.org=203.0.113.61 ip4.example.com=203.0.113.4 ipv4.example.net=203.0.113.9
   v4.mail.example.net=203.0.113.9 gw-dsl.firma.de=203.0.113.9 dsl1.firma.de=203.0.113.77
   lte-backup.firma.de=203.0.113.77 cable.buero-mueller.de=203.0.113.77 vdsl.kanzlei.de=203.0.113.77
   fibra.ayto-ejemplo.es=203.0.113.77 adsl.tienda.es=203.0.113.77 glasfaser2.rathaus.de=203.0.113.78
   srv2008.dyndns-alternative.com=203.0.113.8 www3.isdn-museum.de=203.0.113.3 pluto134.cs.example.edu=203.0.113.134
   jupiter-212.phys.example.edu=203.0.113.212 node12.grid.example.edu=203.0.113.12 node-177.corp.com=203.0.113.177
   pc-77.lab.example.ac.jp=203.0.113.77 host250.example.com=203.0.113.250 host-250.example.com=203.0.113.250
   server-250.example.com=203.0.113.250 vps2024.example.com=203.0.113.24 vps-99.webagentur.at=203.0.113.99
   cloud7.example.de=203.0.113.7 cloud-server-3.example.de=203.0.113.3 kvm-01.example.net=203.0.113.1
   vm-mail.example.com=203.0.113.9 s1.example.pl=203.0.113.1 s12.example-hosting.pl=203.0.113.12
   h27.example-hosting.ru=203.0.113.27 ded1234.example-hosting.com=203.0.113.9 cp12.example-hosting.com=203.0.113.12
   host12345.example-hosting.com=203.0.113.9 web12345.example-hosting.de=203.0.113.9
   sh-1020.example-hosting.pro=203.0.113.20 cl-12-ab.example.com=203.0.113.12 ede2.example.nl=203.0.113.2
   bad2bad.example.com=203.0.113.2 f00dcafe.example.com=203.0.113.2 b16b00b5.example.com=203.0.113.2
   dec0de.example.net=203.0.113.2 1337haxx.example.net=203.0.113.2 l33t.example.org=203.0.113.2
   abba2024.example.se=203.0.113.24 cafe2go.example.de=203.0.113.2 area51.example.com=203.0.113.51
   unit42.example.com=203.0.113.42 x200.example.com=203.0.113.200 t480s.example.com=203.0.113.48
   e450.example.com=203.0.113.45 ds918.synology.example.com=203.0.113.18 ds1621.meinnas.de=203.0.113.21
   fritzbox.familie.de=203.0.113.9 sbs.example.co.za=203.0.113.9 exch01.corp.example.com=203.0.113.9
   exchange.stadt-beispiel.de=203.0.113.9 kerio.example.cz=203.0.113.9 zarafa.example.be=203.0.113.9
   groupware.example.ch=203.0.113.9 plesk12.example.com=203.0.113.12 cpanel-250.example.com=203.0.113.250
   ns3.dnspool.example.com=203.0.113.3 poolse-supermarkt.nl=203.0.113.3 www.modemuseum.nl=203.0.113.4
   server2.mobilen.se=203.0.113.2 b12.customs-broker.com=203.0.113.12 web5.customer-first.example.com=203.0.113.5
   r12.reseaux-telecom.fr=203.0.113.12 radio24.telecom-paris.fr=203.0.113.24 gw100.netzwerk-nord.de=203.0.113.100
   tele5.tv=203.0.113.5 m1.hosting-mutuo.it=203.0.113.1 mail365.static-caravans.co.uk=203.0.113.65
   booking24.residence-mare.it=203.0.113.24 app2022.cablesystems.com.au=203.0.113.22
   srv2012.cable-assemblies.com=203.0.113.12 web2020.hostel-pool.com=203.0.113.20
   ts2019.rev-engineering.com=203.0.113.19 sap100.wireless-logic.com=203.0.113.100 mx10.iphost.com=203.0.113.10
   erp1.ip-invest.de=203.0.113.1 lan3.users-club.org=203.0.113.3 vpn12.broadbandforum.example.org=203.0.113.12
   dc2016.dial-a-pizza.co.uk=203.0.113.16 sv100.ppp-consult.jp=203.0.113.100 srv12.umts-technik.de=203.0.113.12
   mars2020.example.gov=203.0.113.20 covid19.example.gov=203.0.113.19 expo2025.example.jp=203.0.113.25
   euro2024.example.org=203.0.113.24 shop4you.example.com=203.0.113.4 b2b.example.com=203.0.113.2
   o365-relay.example.com=203.0.113.65 k8s-node-3.example.com=203.0.113.3 worker-12.prod.example.io=203.0.113.12
   gitlab-runner-7.example.io=203.0.113.7 build-113-10.ci.example.com=203.0.113.10 atl1-4.example.com=203.0.113.4
   lon01-web-12.example.co.uk=203.0.113.12 ams-edge-2.example.net=203.0.113.2
`);
