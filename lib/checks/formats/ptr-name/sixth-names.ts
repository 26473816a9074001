import { listed } from "./world-names.ts";

/**
 * A sixth list, written down to find what the rules did not know: what is said in many languages where nobody has set a
 * name, rented servers that are numbered, lines without their whole address. Names and numbers are made up or changed.
 */

/** Phrases without a number: not set, not assigned, unknown, whose machine it is, what the customer is to do. */
export const unnamedGeneric = listed(`
   no-configurado.example.es sin-configurar.rdns.example.com.ar sin-nombre.example.cl
   sin-reverso.isp.example.com.mx no-asignado.cable.example.com.co ip-sin-asignar.example.com.ar
   reverso-no-configurado.example.com.br sem-reverso.example.com.br sem-nome.example.com.br
   nao-configurado.example.com.br nao-definido.example.pt dns-reverso-nao-configurado.example.com.br
   non-configure.example.fr non-attribue.example.fr non-defini.example.fr pas-de-reverse.example.fr
   sans-nom.example.fr aucun-reverse.example.fr reverse-non-defini.example.fr nicht-konfiguriert.example.de
   nicht-vergeben.example.de kein-reverse.example.de kein-ptr-gesetzt.example.de rdns-nicht-gesetzt.example.de
   unbenutzt.example.at nicht-zugewiesen.example.ch niet-ingesteld.example.nl niet-in-gebruik.example.nl
   niet-toegewezen.example.nl geen-reverse.example.nl ongebruikt.example.be non-assegnato.example.it
   non-configurato.example.it nessun-reverse.example.it senza-nome.example.it nie-ustawiono.example.pl
   brak-revdns.example.pl brak-nazwy.example.pl nieprzydzielony.example.pl nieuzywany.example.pl
   nenastaveno.example.cz neprideleno.example.cz nepouzito.example.cz bez-jmena.example.cz nenastavene.example.sk
   nepriradene.example.sk nincs-kiosztva.example.hu nincs-megadva.example.hu nem-hasznalt.example.hu
   neconfigurat.example.ro nealocat.example.ro ne-nastroen.example.ru ne-naznachen.example.ru
   ne-ispolzuetsya.example.ru svobodny-ip.example.ru ptr-ne-zadan.example.ru ayarlanmamis.example.com.tr
   tanimsiz.example.com.tr ptr-yok.example.com.tr ej-konfigurerad.example.se inte-konfigurerad.example.se
   ikke-konfigureret.example.dk ikke-tildelt.example.no ikke-i-bruk.example.no ei-maaritetty.example.fi
   ei-kaytossa.example.fi nije-postavljeno.example.hr nije-podeseno.example.rs ni-nastavljeno.example.si
   belum-diatur.example.co.id tidak-digunakan.example.co.id chua-cau-hinh.example.vn mishiyou.example.ne.jp
   misettei.example.ne.jp weishezhi.example.com.cn nenustatyta.example.lt nav-konfigurets.example.lv
   maaramata.example.ee no-configurat.example.cat put-your-ptr-here.example.com
   please-set-your-hostname.example.com please-change-me.example.com change-this-rdns.example.com
   edit-your-rdns-in-panel.example.com rdns-pending.example.com insert-ptr-here.example.com
   your-hostname-here.example.com customer-ptr-not-set.example.com default-ptr-record.example.com
   set-rdns-in-control-panel.example.com contact-support-for-rdns.example.com this-ip-has-no-rdns.example.com
   this.ip.is.not.in.use.example.com ip-not-in-use.example.com not.assigned.example.com
   not-allocated.ip.example.com not.configured.example.com no.ptr.example.com no.rdns.example.com
   has-no-ptr.example.com missing-ptr.example.com reverse.not.configured.example.com unknown.example.com
   unset.rdns.example.com noname.example.com unnamed.example.com unallocated-ip.example.com
   unregistered.example.com rdns-default.example.com ptr-default.example.com none.example.com empty.example.com
   dummy-ptr.example.com available-ip.example.com nonexistent.example.com
   invalid-rdns.example.com hostedby.example.com hosted-at.example.com hosted.at.example.com
   hosted-on.example.com hosted-in.example.com powered-by.example.com poweredby.example.com housed-by.example.com
   colocated-at.example.com managed-by.example.com protected-by.example.com ddos-protected.by.example.com
   this-server-is-hosted-by.example.com gehostet-bei.example.de gehost-door.example.nl heberge-par.example.fr
   hebergement-par.example.fr hospedado-por.example.com.br alojado-en.example.es rdns-pool.net generic-rdns.net
   ptr-record-not-set.com default-ptr.net staticip.example.net static-ip.example.net dynamic-ip.example.net
   customer-ip.example.net customer.example.net reserved.example.net reserviert.example.de reservado.example.es
   nicht-belegt.example.de libre.ip.example.fr ip-libre.example.es freie-ip.example.de volna-ip.example.cz
   wolny-adres.example.pl ledig-adresse.example.no vrij-ip.example.nl ip-livre.example.com.br
   ip-libero.example.it nohost.hoster.lv no-host.hoster.lv no-hostname.hoster.lv no.name.hoster.lv
   unknown-host.hoster.lv unknown.host.hoster.lv unresolved.hoster.lv undelegated.hoster.lv
   unprovisioned.hoster.lv notconfigured.hoster.lv not-provisioned.hoster.lv unrouted.hoster.lv
   static-host.hoster.lv static-client.hoster.lv static-customer.hoster.lv dynamic-client.hoster.lv
   dynamic-pool.hoster.lv dhcp-client.hoster.lv nat-pool.hoster.lv cgnat-pool.hoster.lv cgnat.hoster.lv
   mobile-client.hoster.lv gprs-client.hoster.lv lte-pool.hoster.lv adsl-client.hoster.lv dsl-customer.hoster.lv
   cable-modem.hoster.lv broadband-user.hoster.lv residential.hoster.lv pool.dynamic.hoster.lv
   client.dynamic.hoster.lv client.static.hoster.lv customer.static.hoster.lv host.dynamic.hoster.lv
   user.dsl.hoster.lv dynamic.adsl.hoster.lv static.adsl.hoster.lv ip.static.hoster.lv static.ip.hoster.lv
   vps.customer.hoster.lv server.customer.hoster.lv dedicated.customer.hoster.lv ptr.hoster.lv rdns.hoster.lv
   reverse-mapping.hoster.lv reverse-not-set.hoster.lv rdns-not-set-by-customer.hoster.lv
   customer-has-not-set-rdns.hoster.lv contact-noc-for-ptr.hoster.lv see-panel-to-set-rdns.hoster.lv
   set-me.hoster.lv changeme.hoster.lv edit-rdns.hoster.lv i-have-no-ptr.hoster.lv i-have-no-name.hoster.lv
   kein-name.hoster.de keinname.hoster.de unbekannt.hoster.de inconnu.hoster.fr desconocido.hoster.es
   desconhecido.hoster.pt sconosciuto.hoster.it onbekend.hoster.nl nieznany.hoster.pl neznamy.hoster.cz
   ismeretlen.hoster.hu necunoscut.hoster.ro neizvestno.hoster.ru bilinmiyor.hoster.com.tr okand.hoster.se
   ukendt.hoster.dk ukjent.hoster.no tuntematon.hoster.fi nepoznat.hoster.hr sin-dns-reverso.hoster.es
   sin-rdns.hoster.es no-tiene-reverso.hoster.es no-disponible.hoster.es reverso-pendiente.hoster.es
   por-asignar.hoster.es pendiente-de-asignar.hoster.es a-definir.hoster.com.br nao-atribuido.hoster.com.br
   nao-cadastrado.hoster.com.br reverso-nao-cadastrado.hoster.com.br sem-ptr.hoster.com.br
   ip-nao-utilizado.hoster.com.br ip-reservado.hoster.com.br a-definir.hoster.fr en-attente.hoster.fr
   pas-configure.hoster.fr reverse-a-configurer.hoster.fr da-assegnare.hoster.it da-configurare.hoster.it
   do-ustawienia.hoster.pl nie-skonfigurowano.hoster.pl adres-nieprzydzielony.hoster.pl
   nie-ustawiono-revdns.hoster.pl neni-nastaveno.hoster.cz reverz-nenastaven.hoster.cz bez-reverzu.hoster.cz
   reverzni-zaznam-nenastaven.hoster.cz nem-beallitott.hoster.hu nincs-nev.hoster.hu nincs-ptr.hoster.hu
   ip-nealocat.hoster.ro fara-nume.hoster.ro ne-zadano.hoster.ru net-zapisi.hoster.ru bez-imeni.hoster.ru
   ne-ukazan.hoster.ru ptr-ne-nastroen.hoster.ru ne-nalashtovano.hoster.ua ne-konfigurirano.hoster.bg
   ne-e-nastroen.hoster.bg nije-konfigurisano.hoster.rs nije-dodeljeno.hoster.rs ni-doloceno.hoster.si
   atanmamis-ip.hoster.com.tr rdns-ayarlanmamis.hoster.com.tr ters-dns-yok.hoster.com.tr inte-satt.hoster.se
   ej-tilldelad.hoster.se ikke-konfigurert.hoster.no ikke-satt.hoster.no ikke-angivet.hoster.dk
   ei-asetettu.hoster.fi ei-nimea.hoster.fi pole-maaratud.hoster.ee nav-iestatits.hoster.lv nenurodyta.hoster.lt
   belum-disetting.hoster.co.id belum-ada-rdns.hoster.co.id chua-co-ten.hoster.vn chua-dat-ten.hoster.vn
     mi-settei.hoster.jp den-exei-oristei.hoster.gr
   xoris-onoma.hoster.gr geen-rdns-ingesteld.hoster.nl nog-niet-ingesteld.hoster.nl geen-naam.hoster.nl
   niet-geconfigureerd.hoster.be localhost.hoster.net no-dns-yet.hoster.in no.reverse.dns.configured.hoster.in
   reverse.dns.not.configured.hoster.in please.set.your.rdns.hoster.in default.rdns.hoster.in
   default.ptr.hoster.in generic.rdns.hoster.in rdns.default.hoster.in static.rdns.hoster.in host.rdns.hoster.in
   client.rdns.hoster.in server.rdns.hoster.in customer.rdns.hoster.in vps.rdns.hoster.in ip.rdns.hoster.in
   customer-assigned.hoster.in assigned-to-customer.hoster.in to-be-assigned.hoster.in to-be-defined.hoster.in
   not-yet-assigned.hoster.in unassigned-customer-ip.hoster.in ddos-protected.hoster.in
   ddos-protected-by.hoster.in protected.by.hoster.in ddos-guard.net your-server.hoster.in your.server.hoster.in
   hosted.by.hoster.in vps.hosted.by.hoster.in server.hosted-by.hoster.in game-server.hosted-by.hoster.in
   colo.hosted-by.hoster.in a.server.hosted.by.hoster.in hostedby.hoster.in rdns-by.hoster.in
   proudly-hosted-by.hoster.in mit-liebe-gehostet-bei.hoster.de gehostet.bei.hoster.de
   wird-gehostet-von.hoster.de
`);

/** Where hosting companies number what they rent out. */
export const rentedGeneric = listed(`
   sd-112233.dedibox.fr=5.196.14.22 sd-99121.dedibox.fr=163.172.33.80 euve261201.serverprofi24.net=85.25.44.90
   euve259871.vserver.de=85.31.187.40 delta512.server4you.de=85.25.200.18
   golf218.startdedicated.de=188.138.41.120 loft2274.serverloft.eu=62.75.255.4
   alpha2201.dedicatedpanel.com=217.118.19.80 s1284.servdiscount-customer.com=89.163.140.12
   vps-zap448120-1.zap-srv.com=5.104.105.22 vps-zap501234-2.zap-srv.com=45.142.114.9
   km21345-05.keymachine.de=87.118.110.40 vs1184.keyweb.de=87.118.84.20 v33412.1blu.de=178.254.23.90
   v48822.1blu.de=178.254.20.12 li81-20.members.linode.com=88.80.185.20 p15112233.pureserver.info=195.20.224.80
   s539481234.online.de=82.165.30.44 s15283340.rootmaster.info=87.106.60.12
   u16012233.onlinehome-server.com=212.227.200.4 v2201508123428311.yourvserver.net=5.45.100.8
   v22015091233428310.bestsrv.de=37.120.160.9 v22014061234518312.hotsrv.de=46.38.240.12
   vmd12233.contabo.host=178.238.230.20 vmd40129.contaboserver.net=213.136.80.4
   m2233.contaboserver.net=62.171.150.4 ks201833.kimsufi.com=178.33.60.10 ns321122.ovh.net=94.23.40.5
   vps41233.ovh.net=87.98.180.4 ns4001233.ip-198-27-80.net=198.27.80.30 6.ip-167-114-20.net=167.114.20.6
   12.ip-193-70-40.eu=193.70.40.12 80.ip-79-137-72.eu=79.137.72.80 ik122.ikoula.com=178.170.44.10
   frhb12233flex.ikexpress.com=213.246.55.80 vps-12233.fhnet.fr=178.32.100.4 vps-2233.firstheberg.net=185.31.40.8
   ov-4f2a1c.infomaniak.ch=83.166.140.4 ip20.ip-198-50-140.net=198.50.140.20
   hwsrv-112044.hostwindsdns.com=104.168.140.4 li719-4.members.linode.com=23.239.20.4
   vps-1084222-4411.example-hostgator.com=198.57.200.2 ps122334.dreamhostps.com=208.113.200.3
    ps14422.dreamhost.com=75.119.200.4
   vps12233.inmotionhosting.com=72.10.40.2
   s422133.gridserver.com=216.70.90.2 1048213.cloudwaysapps.com=138.68.40.2 482310.cloudwaysapps.com=159.65.80.4
   srv412233.hstgr.cloud=185.224.138.4 vds1233421.ispsystem.example.net=94.250.250.4
   vm112233.firstvds.example.ru=188.120.240.4
    2233445-ab12345.tw1.ru=188.225.30.4
   112233-vds-client2.tmweb.ru=92.53.90.4 vds-client2231.timeweb.ru=185.204.2.4
    no-mans-land.m247.com=146.70.30.4 hosted-by.i3d.net=185.107.80.4


   4.ip-91-134-130.eu=91.134.130.4 vps2233.hostry.example.com=185.82.200.4
   vps12233.shinjiru.example.my=101.99.70.4 e2e-77-4.ssdcloudindia.net=164.52.200.4
   tk2-212-15234.vs.sakura.ne.jp=160.16.80.4 www2233u.sakura.ne.jp=133.242.80.4
   www4411ua.sakura.ne.jp=49.212.200.4 p203189100004.kagoya.example.net=203.189.100.4
   vps-50-4.binarylane.example.au=203.57.50.4 ip2bfa8c04.ipv4.syd02.ds.network=43.250.140.4
   ip7ac95a04.ipv4.syd02.ds.network=122.201.90.4 vps22334.publiccloud.com.br=191.252.50.4
   cpro22334.publiccloud.com.br=186.202.150.4
   vps-2233441.locaweb.com.br=179.188.10.4 vps-1122334-x.dattaweb.com=200.58.100.4
   vps-2891123-x.dattaweb.com=66.97.40.4 vps-1234567-12345.manage.myhosting.com=203.0.113.9
   vds12345.mgnhost.com=203.0.113.9 v1234567.hosted-by-vdsina.ru=203.0.113.9 host123456.hostland.pro=203.0.113.9
   kvm12345.justhost.asia=203.0.113.9 nl-s2-vps-1234.hosthatch.example.com=203.0.113.9
   vps123456.hosted.by.stablehost.com=203.0.113.9 vps-12345.vpsie.com=203.0.113.9
   alfa3012.alfahosting-server.de=203.0.113.9 alfa3012.alfa-vserver.de=203.0.113.9
   ve1234.venus.networktube.net=203.0.113.9 vserver-12-345.vserver-on.de=203.0.113.9
   ns1234567.ip-203-0-113.net=203.0.113.9 12345.vps.hoster.se=203.0.113.9 vps12345.vps.hoster.se=203.0.113.9
   u1234567.cloud.hoster.ru=203.0.113.9 cloud-1234567.hoster.ru=203.0.113.9 srv12345.hoster.in=203.0.113.9
   server-12345.hoster.in=203.0.113.9 kvm-12345.hoster.in=203.0.113.9 dedi-12345.hoster.in=203.0.113.9
   ovz-1234.hoster.in=203.0.113.9 ovz12345.hoster.in=203.0.113.9 lxc-12345.hoster.in=203.0.113.9
   vz12345.hoster.in=203.0.113.9 xen-12345.hoster.in=203.0.113.9 de-fra-vps-12345.hoster.in=203.0.113.9
   user-12345.vps.hoster.in=203.0.113.9 order-12345.hoster.in=203.0.113.9 client-12345.hoster.in=203.0.113.9
   account12345.hoster.in=203.0.113.9 contract-20231234.hoster.in=203.0.113.9 a1b2c3.vps.hoster.in=203.0.113.9
   ip-9.113.hoster.in=203.0.113.9 host-113-9.hoster.in=203.0.113.9 vps113009.hoster.in=203.0.113.9
   srv-113-9.hoster.in=203.0.113.9 ptr-113-9.hoster.in=203.0.113.9 ip113009.hoster.in=203.0.113.9
   cb007109.hoster.in=203.0.113.9 n-cb-00-71-09.hoster.in=203.0.113.9 sw12-port9.hoster.in=203.0.113.9
`);

/** Access providers' lines that show a part of the address, a code, or words that a machine put together. */
export const lineGeneric = listed(`
   ucqxnvd.adsl.provider-a.cz=5.145.60.22 kwtz.catv.provider-b.hu=88.83.200.7
   xkrtpl.pool.provider-c.pl=91.90.77.8 u-13-c8.rev.provider-d.fr=80.44.19.200
   c8-13.dyn.provider-e.fr=80.44.19.200 ab-09.pub.provider-f.net=80.44.171.9
   h-ab-c9.cust.provider-g.se=80.44.171.201 2c-ab-c9.dhcp.provider-h.dk=80.44.171.201
   x502cabc9.line.provider-i.no=80.44.171.201 mousetrap-spree.volia.net=93.72.10.4
   pedantic-harpoon.volia.net=93.73.20.6 pc5.zz.ha.cn=61.52.30.4 pc9.ly.ha.cn=123.52.40.9
   data-200-30.cgates.lt=84.15.200.30 balticom-122-20-4.balticom.lv=195.122.20.4
   free-20-4.mediaworksit.net=77.105.20.4 bsn-142-200-4.dial-up.dsl.siol.net=31.15.200.4
   bsn-77-150-4.static.siol.net=193.77.150.4 adsl-94-130-4.teol.net=85.94.130.4 dsl-100-4.mt.net.mk=77.28.100.4
   leased-line-57-200-4.telecom.by=86.57.200.4 4.gprs.mts.ru=83.149.40.4 4.mtsnet.example.ru=213.87.130.4
   4.64.uzpak.uz=213.230.80.4 h4.ip180.host-41-75.example.ug=41.75.180.4
   dsl-44-180-4.mtcwireless.example.na=196.44.180.4 dsl-246-30-4.telkomadsl.co.za=41.246.30.4
   4.subnet36-80-40.speedy.telkom.net.id=36.80.40.4 4.subnet180-244-40.speedy.telkom.net.id=180.244.40.4
   4.subnet110-138-40.speedy.telkom.net.id=110.138.40.4 014199040004.ctinets.com=14.199.40.4
   061244200004.static.ctinets.com=61.244.200.4 n218102040004.netvigator.com=218.102.40.4
   058176040004.ctinets.com=58.176.40.4 nz200l4.bb27109.ctm.net=27.109.200.4 nz40l4.bb60246.ctm.net=60.246.40.4
   n11212020004.netvigator.com=112.120.20.4 p1142004-ipngn1001sapodori.hokkaido.ocn.ne.jp=153.142.40.4
   p7224004-ipngn11901marunouchi.tokyo.ocn.ne.jp=180.22.40.4 p118008040004.kng.plala.example.jp=118.8.40.4
   dhcp-ubr1-0040-04.csn.example.ne.jp=125.198.40.4 fla1abc004.kng.mesh.ad.jp=60.236.40.4
   y040004.ppp.asahi-net.or.jp=49.253.40.4 m014008040004.v4.enabler.ne.jp=14.8.40.4
   kd106160040004.ppp-bb.dion.ne.jp=106.160.40.4 kd111239040004.au-net.ne.jp=111.239.40.4
   zaq776a2804.rev.zaq.ne.jp=119.106.40.4 cust40-4.isp.example.nz=203.173.40.4 dsl-130-4.lagoon.nc=202.87.130.4
   customer-static-210-40-4.iplannetworks.net=190.210.40.4 b1202804.virtua.com.br=177.32.40.4
   bb7a2804.virtua.com.br=187.122.40.4 bd062804.virtua.com.br=189.6.40.4 bd362804.virtua.com.br=189.54.40.4
   c9062804.virtua.com.br=201.6.40.4 mtprnf0117w-142163040004.dhcp-dynamic.fibreop.nl.bellaliant.net=142.163.40.4
   wnpgmb0903w-ds01-40-4.dynamic.bellmts.net=64.134.40.4 mac3a2804.tmodns.net=172.58.40.4
   4.sub-174-192-40.myvzw.com=174.192.40.4 4.sub-70-192-40.myvzw.com=70.192.40.4
   host6714200401620.direcway.com=67.142.160.4 host6919004014.direcway.com=69.19.14.4
   customer.sttlwax1.pop.starlinkisp.net=98.97.40.4 customer.frntdeu1.pop.starlinkisp.net=145.224.60.4
   cpc91226-cmbg18-2-0-cust3.5-4.cable.virginm.net=82.30.40.4
   cpc1-stkn5-0-0-cust260.11-2.cable.virginm.net=81.106.40.4 5ac02804.bb.sky.com=90.192.40.4
   089-100-040004.ntlworld.ie=89.100.40.4 h-59-40-4.a137.corp.bahnhof.se=46.59.40.4
   ti0041a400-4440.bb.online.no=85.166.40.4 ti0004q160-3231.bb.online.no=88.88.40.4
   x1-6-c0-3f-d5-a1-22-b8.cpe.webspeed.dk=85.27.160.4 cs23040-4.dsl.example.fi=85.23.40.4
   mobile-access-6df028-4.dhcp.inet.fi=109.240.40.4 corporat190-0244.sta.etb.net.co=190.24.5.44
   nrbg-4dbf0b4f.pool.mediaways.net=77.191.11.79 modem-123.lion.dialup.pol.co.uk=62.25.100.7
   cablelink72-9.telefonia.intercable.net=201.151.72.9 static-ip-cr1815111x.cable.net.co=181.51.11.20
   f0c08.f.pppool.de=78.50.12.8 aca8ed3f.ipt.aol.com=172.168.237.63 e178123045.adsl.alicedsl.de=85.178.123.45
   f048012009.adsl.alicedsl.de=78.48.12.9 g224030004.adsl.alicedsl.de=92.224.30.4
   pd9eb2c08.dip.t-dialin.net=217.235.44.8 n812p004.adsl.highway.telekom.at=62.47.130.4
   chello212186040004.7.14.vie.surfer.at=212.186.40.4 free-mobile-40-4.example.fr=37.170.40.4
   i40004.upc-i.chello.nl=86.80.40.4 j40004.upc-j.chello.nl=62.163.40.4 a145053.example.planet.nl=145.53.40.4
   5ed42804.cm-7-1b.dynamic.ziggo.nl=94.212.40.4 51cc2804.dslam.example-kpnplanet.nl=81.204.40.4
   host4-130-dynamic.40-79-r.retail.telecomitalia.it=79.40.130.4
   host4-40-dynamic.6-87-r.retail.telecomitalia.it=87.6.40.4 4.red-88-0-40.dynamicip.rima-tde.net=88.0.40.4
   4.red-213-97-40.staticip.rima-tde.net=213.97.40.4 4.red-81-44-40.dynamicip.rima-tde.net=81.44.40.4
   4.pool90-168-40.dynamic.orange.es=90.168.40.4 cli-5b9c2804.wholesale.adamo.es=93.156.40.4
   bl7-40-4.dsl.telepac.pt=85.240.40.4 bl19-40-4.dsl.telepac.pt=2.80.40.4 ppp079103040004.dsl.hol.gr=79.103.40.4
   athedsl-79130404.home.otenet.gr=79.130.40.4 public-gprs4-40.centertel.pl=31.0.40.4
   ajd4.neoplus.adsl.tpnet.pl=83.20.40.4 hxr4.internetdsl.tpnet.pl=79.190.40.4
   qd4.internetdsl.tpnet.pl=80.51.130.4 afde4.neoplus.adsl.tpnet.pl=95.49.40.4
   public-gprs371204.centertel.pl=37.47.40.4 4.40.broadband10.iol.cz=90.176.40.4
   4.130.broadband5.iol.cz=85.70.130.4 4.130.eurotel.example.cz=213.29.130.4
   5e152804.mobile.pool.telekom.hu=94.21.40.4 bc242804.dsl.pool.telekom.hu=188.36.40.4
   2e6b2804.catv.pool.telekom.hu=46.107.40.4 bsn-142-40-4.dynamic.siol.net=89.142.40.4
   bespoke-acorn.volia.net=93.73.40.4 unabashed-walrus.volia.net=93.77.40.4 klient-4821.brno-net.cz=84.112.33.7
   zakaznik123.wifi-morava.cz=84.112.33.7 abonent-5512.radionet.pl=84.112.33.7
   musteri-8841.ankaranet.com.tr=84.112.33.7 ugyfel1234.kabelnet.hu=84.112.33.7
   korisnik-2231.dalmatia-net.hr=84.112.33.7 pelanggan-3321.jakartanet.co.id=84.112.33.7
   asiakas-4412.pohjola-netti.fi=84.112.33.7 kunde-10233.stadtwerke-x.de=84.112.33.7
   cliente-0342.fibra-sur.com.ar=84.112.33.7 assinante-7741.netserra.com.br=84.112.33.7
   abonado-221.telefonica-rural.es=84.112.33.7 subscriber-88412.islandtel.com=84.112.33.7
   line-4412.townnet.ca=84.112.33.7 fttp-cust-00231.villagefibre.co.uk=84.112.33.7
   onu-0512-3.gponnet.com.br=84.112.33.7 ont-4857544312ab34cd.fibernet.ro=84.112.33.7
   cpe-a4b1c2.ruralwisp.us=84.112.33.7 modem-00a0bc12.cablenet.pl=84.112.33.7 vlan123-7.metronet.bg=84.112.33.7
   pppoe-user-3312.metro.kg=84.112.33.7 u3312.dyn.metro.kg=84.112.33.7 gpon-olt3-s2-p7-o14.citynet.md=84.112.33.7
   dslam4-port17.telco.ba=84.112.33.7 bras1-vl210-7.telco.mk=84.112.33.7 33-7.dyn.telco.al=84.112.33.7
   n84112033007.telco.hk=84.112.33.7 84112033007.ctinet.hk=84.112.33.7 1416634631.dialup.telco.za=84.112.33.7
   5470-2107.ip.telco.no=84.112.33.7 54702107.dsl.telco.no=84.112.33.7 x54702107.telco.dk=84.112.33.7
   07217054.rev.telco.fr=84.112.33.7 0721.7054.ip.telco.fr=84.112.33.7 5470.2107.cust.telco.se=84.112.33.7
   host7-33.telco.it=84.112.33.7 host-33-7.pool.telco.it=84.112.33.7 r33-7.telco.uy=84.112.33.7
   w84-112-z33-s7.telco.cz=84.112.33.7 a84.b112.c33.d7.telco.cz=84.112.33.7
   net84-112-33.host7.telco.cz=84.112.33.7 7.33.telco.pt=84.112.33.7 vps-8f3a2c.kyivhost.ua=84.112.33.7
   server-112233.hoster.fi=84.112.33.7 srv112233.hoster.fi=84.112.33.7 s112233.hoster.fi=84.112.33.7
   vps112233.hoster.fi=84.112.33.7 vm-112233.hoster.fi=84.112.33.7 vds-4455.hoster.kz=84.112.33.7
   d112233.dedicated.hoster.pl=84.112.33.7 dedic-112233.hoster.ru=84.112.33.7
   customer7.colo.hoster.lv=84.112.33.7 unassigned7.hoster.lv=84.112.33.7 unassigned-7.hoster.lv=84.112.33.7
   unassigned.84-112-33.hoster.lv=84.112.33.7 7.unassigned.hoster.lv=84.112.33.7
   host7.unassigned.hoster.lv=84.112.33.7 default-ptr-7.hoster.lv=84.112.33.7
   ip7.not-assigned.hoster.lv=84.112.33.7
`);

/** The same words and numbers in names that somebody chose. */
export const sixthCustom = listed(`
   generic.company.com wei-yong.company.cn client-co.company.com be-host.company.be be-dns.company.be your-portal.company.com
   mail.sin-nombre-teatro.es=203.0.113.12 smtp.nobrand.example-shop.com=203.0.113.13
   mx.reverse-logistics.eu=203.0.113.14 mail.ptr-consulting.de=203.0.113.15
   mail.unallocated-games.com=203.0.113.16 web.sans-nom.fr=203.0.113.17 srv1.no-name-bar.ch=203.0.113.18
   mail.not-set-theory.org=203.0.113.19 frei.wild.de=203.0.113.20 libre.hackerspace.org=203.0.113.21
   hosted-by-friends.org=203.0.113.22 mail.hostedby.dk=203.0.113.23 powered.company.com=203.0.113.24
   managed-services.company.com=203.0.113.25 host.company.com=203.0.113.26
   customer-portal.company.com=203.0.113.27 support.company.com=203.0.113.28
   control-panel.company.com=203.0.113.29 admin-panel.company.com=203.0.113.30 ticket.company.com=203.0.113.31
   helpdesk.company.com=203.0.113.32 my-server.company.com=203.0.113.33 here-we-go.de=203.0.113.34
   changelog.company.com=203.0.113.35 edit.company.com=203.0.113.36 test-server.company.com=203.0.113.37
   example-server.company.com=203.0.113.38 dns-server.company.com=203.0.113.39 dns.company.com=203.0.113.40
   default-server.company.com=203.0.113.41 reverse-proxy.company.com=203.0.113.42
   dynamic-server.company.com=203.0.113.43 static-content.company.com=203.0.113.44
   static.company.com=203.0.113.45 pool.company.com=203.0.113.46 vps.company.com=203.0.113.47
   vps2048.company.com=203.0.113.48 vps2024.company.com=203.0.113.49 vm2019.company.com=203.0.113.50
   kvm12.company.com=203.0.113.51 vps-berlin-3.company.com=203.0.113.52 vps-3.company.com=203.0.113.53
   nav.company.com=203.0.113.54 nav-server.company.com=203.0.113.55 bos-ip1.company.com=203.0.113.56
   ni.company.com=203.0.113.57 ej-bygg.company.se=203.0.113.58 nie-server.company.pl=203.0.113.59
   free.company.com=203.0.113.61 in-use.company.com=203.0.113.63 happy-penguin.company.com=203.0.113.64
   spruce-goose-ae.twitter.com=203.0.113.65 silent-otter.kernel.example.org=203.0.113.66
   dhcp.company.com=203.0.113.67 berta.dsl-verein.de=203.0.113.68 mail.dyn.company.com=203.0.113.69
   ns1.dsl.provider.net=203.0.113.70 www.broadband.gov.example.com=203.0.113.71
   crm.broadband.provider.net=203.0.113.72 shop.cable.company.com=203.0.113.73 mx1.pool.company.com=203.0.113.74
   zeus.dyn.company.com=203.0.113.75 app3.dynamic.company.com=203.0.113.77 krbtgt.company.com=203.0.113.78
   bksrv.company.com=203.0.113.79 psql.company.com=203.0.113.80 strncmp.hackers.org=203.0.113.81
   mxgtw.company.com=203.0.113.82 xprtz.nl=203.0.113.83 dc-be.company.com=203.0.113.84
   web-55.company.com=203.0.113.85 ab-71.company.com=203.0.113.113 pc.company.com=203.0.113.87
   pc-service.company.com=203.0.113.88 mail.pc-doktor.de=203.0.113.89 pc90.company.com=203.0.113.90
   office-pc.company.com=203.0.113.91 mail.startdedicated.com=203.0.113.92 mx1.serverloft.com=203.0.113.93
   www.dedibox.fr=203.0.113.94 smtp.contaboserver.net=203.0.113.95 dedibox.fr=203.0.113.96
   mail.server4you.de=203.0.113.97 ns1.startdedicated.com=203.0.113.98 pop.company.com=203.0.113.99
   pop3.company.com=203.0.113.100 mx1.pop.company.com=203.0.113.101 203-0-113-102.mail.company.com=203.0.113.102
   ip-203-0-113-103.outbound.company.com=203.0.113.103 o1.mail.company.com=203.0.113.104
   4.mailserver.company.com=203.0.113.105 106.company.com=203.0.113.106 rdns.io=203.0.113.108
   reverse-dns.com=203.0.113.109 host-europe.company.com=203.0.113.110 hosting.company.com=203.0.113.111
   ip-telefonie.company.de=203.0.113.112 ip-kamera.company.de=203.0.113.113 user-group.org=203.0.113.114
   none-of-us.org=203.0.113.115 blank-design.de=203.0.113.116 emptyroom.company.com=203.0.113.117
   generic-pharma.company.com=203.0.113.118 reserved-seats.company.com=203.0.113.119
   non-profit.company.org=203.0.113.120 no-spam.company.com=203.0.113.121 no-reply.company.com=203.0.113.123
   ohne-sorgen.company.de=203.0.113.124 bez-barier.company.cz=203.0.113.125 sin-limites.company.es=203.0.113.126
   sans-frontieres.company.fr=203.0.113.127 senza-confini.company.it=203.0.113.128
   tanpa-batas.company.id=203.0.113.129 uden-graenser.company.dk=203.0.113.130
   kein-problem.company.de=203.0.113.131 libre-office.company.org=203.0.113.132
   freie-schule.company.de=203.0.113.133 wolny-rynek.company.pl=203.0.113.134 use.company.com=203.0.113.135
   exists.company.com=203.0.113.136 server-in-berlin.company.de=203.0.113.137
   secured-mail.company.com=203.0.113.138 colo-1.company.com=203.0.113.139 colo-at-fra.company.com=203.0.113.140
   hosting-in-koeln.de=203.0.113.141 mail.hosting-by-design.com=203.0.113.142 host-with-care.com=203.0.113.143
   rented-bikes.company.com=203.0.113.144 owned.company.com=203.0.113.145 mail.zen.co.uk=203.0.113.146
   smtp1.sky.com=203.0.113.147 mx-ext.eastlink.ca=203.0.113.148 mta7.teksavvy.com=203.0.113.149
   ns2.siol.net=203.0.113.150 bk151.company.com=203.0.113.151 adventure-time.company.com=203.0.113.152
   ip.company.com=203.0.113.153 hostname.company.com=203.0.113.154 thishost.company.com=203.0.113.155
   my.host.company.com=203.0.113.156 a-record.company.com=203.0.113.157 record-label.company.com=203.0.113.158
   the-server.company.com=203.0.113.159 dedi.company.com=203.0.113.160 mail.unset-records.com=203.0.113.7
   klient.kancelaria-nowak.pl=203.0.113.8 kunde.werbeagentur-lux.de=203.0.113.9
   client.law-partners.co.uk=203.0.113.10 portal-klienta.bank.pl=203.0.113.11 moj.korisnik-servis.hr=203.0.113.13
   mail.static-dynamics.com=203.0.113.14 anonymous.foundation.org=203.0.113.15 no.company.com=203.0.113.16
   not.company.com=203.0.113.17 sin.company.com=203.0.113.18 bez.company.cz=203.0.113.19
   nie.company.pl=203.0.113.20 hosted-exchange.company.com=203.0.113.21 hosted-mx.company.com=203.0.113.22
   hosting1.company.com=203.0.113.23 cluster-at-home.company.com=203.0.113.24
   managed-vps.company.com=203.0.113.25 dedicated-mail.company.com=203.0.113.26
   protected-area.company.com=203.0.113.27 provided.company.com=203.0.113.28 leased-line.company.com=203.0.113.29
   static-vpn.company.com=203.0.113.30 static-web.company.com=203.0.113.31 dynamic-dns.company.com=203.0.113.32
   home-server.company.com=203.0.113.33 home-assistant.company.com=203.0.113.34
   user-portal.company.com=203.0.113.35 users.company.com=203.0.113.36 business-mail.company.com=203.0.113.37
   nat-gw1.company.com=203.0.113.38 dhcp1.company.com=203.0.113.39 dhcp-server.company.com=203.0.113.40
   radius-ppp.company.com=203.0.113.41 fiber.company.com=203.0.113.42 fiber-office.company.com=203.0.113.43
   cable-office.company.com=203.0.113.44 lte-backup.company.com=203.0.113.45 adsl-backup.company.com=203.0.113.46
   dsl-gw.company.com=203.0.113.47 pool-mx.company.com=203.0.113.48 swimming-pool.company.com=203.0.113.49
   carpool.company.com=203.0.113.50 dialup-museum.company.com=203.0.113.51 broadband-tv.company.com=203.0.113.52
   kabel-tv.company.com=203.0.113.53 modem-museum.org=203.0.113.54 wireless-ap.company.com=203.0.113.55
   mobile-gw.company.com=203.0.113.56 satellite-office.company.com=203.0.113.57 branch58.company.com=203.0.113.58
   filiale-59.company.de=203.0.113.59 standort60.company.de=203.0.113.60 zweigstelle61.company.de=203.0.113.61
   shop62.company.de=203.0.113.62 kasse63.company.de=203.0.113.63 praxis-64.company.de=203.0.113.64
   haus65.company.de=203.0.113.65 area66.company.com=203.0.113.66 nordstern67.company.com=203.0.113.67
   club68.company.com=203.0.113.68 berlin1969.company.com=203.0.113.69 sv1970.company.de=203.0.113.70
   fc1904.company.de=203.0.113.71 server2012r2.company.com=203.0.113.72 win2k16.company.com=203.0.113.73
   ubuntu2204.company.com=203.0.113.74 debian12.company.com=203.0.113.75 ex2019-1.company.com=203.0.113.76
   sap-prd-77.company.com=203.0.113.77 erp4you.company.com=203.0.113.78 b2b.company.com=203.0.113.79
   web2print.company.com=203.0.113.80 s3.company.com=203.0.113.81 r730xd.company.com=203.0.113.83
   dl380g9.company.com=203.0.113.84 ds1821plus.company.com=203.0.113.85 esxi-host-86.company.com=203.0.113.86
   pve2.company.com=203.0.113.87 k8s-node-3.company.com=203.0.113.88 vm-mail.company.com=203.0.113.89
   lxc-mail01.company.com=203.0.113.90 docker-host.company.com=203.0.113.91 ccx33.company.com=203.0.113.92
   cx21-fsn1.company.com=203.0.113.93 ax41-nvme.company.com=203.0.113.94 fsn1-dc14.company.com=203.0.113.95
   hel1-web-2.company.com=203.0.113.96 ams3-mx-1.company.com=203.0.113.97 nyc1-app-12.company.com=203.0.113.98
   lhr1.company.com=203.0.113.99 muc-ix.company.com=203.0.113.100 dus1-core2.company.com=203.0.113.101
   tor-exit-42.company.org=203.0.113.102 relay-tor.company.org=203.0.113.103 matrix.company.org=203.0.113.104
   jitsi-2.company.org=203.0.113.105 mastodon.company.social=203.0.113.106 peertube.company.tv=203.0.113.107
   gitlab-runner-3.company.com=203.0.113.108 rspamd1.company.com=203.0.113.109 mailcow.company.de=203.0.113.110
   mailcow-dockerized.company.de=203.0.113.111 iredmail.company.com=203.0.113.112
   zentyal.company.es=203.0.113.113 plesk1.company.com=203.0.113.114 cpanel-115.company.com=203.0.113.115
   directadmin.company.nl=203.0.113.116 ispconfig3.company.de=203.0.113.117 froxlor.company.de=203.0.113.118
   hestia.company.com=203.0.113.119 kerio.company.cz=203.0.113.120 icewarp.company.cz=203.0.113.121
   mdaemon.company.co.uk=203.0.113.122 smartermail.company.com=203.0.113.123 lotus-notes.company.de=203.0.113.124
   domino1.company.de=203.0.113.125 groupwise.company.de=203.0.113.126 sbs2011.company.local-it.de=203.0.113.127
   remote.company.com=203.0.113.128 autodiscover.company.com=203.0.113.129 owa.company.com=203.0.113.130
   adfs.company.com=203.0.113.131 sophos-utm.company.de=203.0.113.132 fortimail.company.com=203.0.113.133
   pfsense.company.com=203.0.113.134 opnsense-2.company.com=203.0.113.135 sonicwall.company.com=203.0.113.136
   asa5506.company.com=203.0.113.137 mikrotik-hq.company.com=203.0.113.138 ubnt-gw.company.com=203.0.113.139
   fritzbox.company.de=203.0.113.140 synology-141.company.de=203.0.113.141 qnap.company.de=203.0.113.142
   nextcloud.company.de=203.0.113.143 wiki.company.de=203.0.113.144 a2e9.company.org=203.0.113.145
   x1c7.company.org=203.0.113.146 t480s.company.org=203.0.113.147 hal9000.company.org=203.0.113.148
   ncc1701d.company.org=203.0.113.149 thx1138.company.org=203.0.113.150 area51-gate.company.org=203.0.113.151
   ak47.company.org=203.0.113.152 u2-fan.company.org=203.0.113.153 c64-club.company.org=203.0.113.154
   zx81.company.org=203.0.113.155 amiga500.company.org=203.0.113.156 i386.company.org=203.0.113.157
   mos6502.company.org=203.0.113.158 apollo11.company.org=203.0.113.159 ngc6543.company.org=203.0.113.160
   m31.company.org=203.0.113.161 trappist-1e.company.org=203.0.113.163 kepler-452b.company.org=203.0.113.164
`);
