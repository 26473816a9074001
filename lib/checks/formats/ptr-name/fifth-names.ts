import { listed } from "./world-names.ts";

/**
 * A fifth list (numbers mostly made up), a part of 362 generic and 231 custom names that were written down before the
 * rules were tried on them: at the first try 349 were caught and none flagged. What says that nobody has named an address
 * was then read in more ways, and tried on 20 and 20 more: 18 caught, 1 flagged (`reserve.bank.org`).
 */

/** What hosting companies put where nobody has set a name, and access providers on all continents. */
export const fifthGeneric = listed(`
   no-ptr-record.example-host.net free-ip.hoster.ru reverse-dns.not-set.hoster.net unused.ip.space.hoster.net
   unused-ip-5.hoster.net ptr-record.hoster.net rdns.hoster.net unassigned-host.isp.net default-rdns.hoster.net
   not-in-use.hoster.net ptr-not-set.net vps-de10293.hoster.net kvm-nl120938.hoster.com
   reserved-for-future-use.isp.net ip-not-assigned.isp.net noptr.isp.net norevdns.isp.net generic-ptr.isp.net
   please-set-rdns.hoster.net not.defined.hoster.net pd5dcc7550.dip0.t-ipconnect.de=93.204.117.80
   ip-178-202-044-003.um45.pools.vodafone-ip.de=178.202.44.3 static-213-61-12-99.colt.net=213.61.12.99
   ip5b420414.static.kabel-deutschland.de=91.66.4.20 mtl93-1-78-224-112-9.fbx.proxad.net=78.224.112.9
   11.40.22.93.rev.sfr.net=93.22.40.11 arouen-651-1-90-5.w2-3.abo.wanadoo.fr=2.3.4.5
   93-40-121-7.ip37.fastwebnet.it=93.40.121.7 67.red-83-43-12.dynamicip.rima-tde.net=83.43.12.67
   6.pool188-76-41.static.orange.es=188.76.41.6 bl20-101-9.dsl.telepac.pt=2.80.101.9
   cpc1-hart10-2-0-cust44.11-3.cable.virginm.net=82.31.44.1 88-97-33-20.dsl.zen.co.uk=88.97.33.20
   109-76-12-8-dynamic.b-ras1.bbh.dublin.eircom.net=109.76.12.8 524d5675.cm-4-1c.dynamic.ziggo.nl=83.86.117.3
   6.20-183-91.adsl-static.isp.belgacom.be=91.183.20.6 9.44.221.81.dynamic.adslplus.ch=81.221.44.9
   194-166-9-3.hdsl.highway.telekom.at=194.166.9.3 bband-dyn12.178-40-33.t-com.sk=178.40.33.12
   89-64-12-7.dynamic.chello.pl=89.64.12.7 5e1507c8.mobile.pool.telekom.hu=94.21.7.200
   93-103-20-7.dynamic.t-2.net=93.103.20.7 79-101-12-6.dynamic.isp.telekom.rs=79.101.12.6
   78.160.33.9.dynamic.ttnet.com.tr=78.160.33.9 broadband-178-140-22-9.ip.moscow.rt.ru=178.140.22.9
   12-3-179-94.pool.ukrtel.net=94.179.3.12 85-76-14-9-nat.elisa-mobile.fi=85.76.14.9
   90-229-40-9-no2390.tbcn.telia.com=90.229.40.9 cm-84.209.30.6.getinternet.no=84.209.30.6
   194-144-20-7.du.xdsl.is=194.144.20.7 static-108-29-60-2.nycmny.fios.verizon.net=108.29.60.2
   ip68-105-20-7.sd.sd.cox.net=68.105.20.7 adsl-70-130-44-6.dsl.stlsmo.swbell.net=70.130.44.6
   modemcable006.88-147-24.mc.videotron.ca=24.147.88.6
   bras-vprn-mtrlpq02-lp130-01-142-113-9-8.dsl.bell.ca=142.113.9.8
   modemcable006.33-70-69.static.videotron.ca=69.70.33.6 b1200a09.virtua.com.br=177.32.10.9
   b3d20308.virtua.com.br=179.210.3.8 5-80-19-190.fibertel.com.ar=190.19.80.5
   190-95-30-7.bam.movistar.cl=190.95.30.7 186-95-40-8.genericrev.cantv.net=186.95.40.8
   i60-36-12-8.s41.a013.ap.plala.or.jp=60.36.12.8 58x98x7x9.ap58.ftth.ucom.ne.jp=58.98.7.9
   kd111099012008.ppp-bb.dion.ne.jp=111.99.12.8 114-36-90-5.dynamic-ip.hinet.net=114.36.90.5
   119246033008.ctinets.com=119.246.33.8 node-404.pool-118-173.dynamic.totinternet.net=118.173.20.6
   adsl.viettel.vn=103.56.157.20 9.7.198.112.globe.com.ph=112.198.7.9 nsg-static-6.20.73.182-airtel.com=182.73.20.6
   bzq-79-176-9-8.red.bezeqint.net=79.176.9.8 203-206-14-8.perm.iinet.net.au=203.206.14.8
   105-225-7-8.south.dsl.telkomsa.net=105.225.7.8 45-33-20-9.ip.linodeusercontent.com=45.33.20.9
   li1947-7.members.linode.com=172.105.9.7 149.28.7.6.vultr.com=149.28.7.6
   s18274635.onlinehome-server.info=217.160.44.8 v22018034567.stratoserver.net=81.169.44.8
   163-172-7-6.rev.poneytelecom.eu=163.172.7.6 ns3274852.kimsufi.com=5.135.7.6 hosted-by.leaseweb.com=85.17.7.6
   powered.by.rdp.sh=209.141.7.6 rdns.frantech.ca=198.98.20.9 192-3-7-6-host.colocrossing.com=192.3.7.6
   162-241-7-6.webhostbox.net=162.241.7.6 47.91.20.9.static.alibabacloud.example=47.91.20.9
   vds-cn18273.timeweb.ru=92.53.20.9 ptr.ruvds.com=194.87.9.7 unassigned.quadranet.com=107.150.44.8
   no-reverse-dns-configured.com=199.19.9.7 customer.worldstream.nl=217.23.44.8
   not-configured.ptr.invalid-host.net=212.83.44.8 unused-address.example-isp.net=203.0.113.7
   2a02-8108-1234-0000-0000-0000-0000-0005.6rd.ip6.example-isp.net=2a02:8108:1234::5
   2804-14d-5c00--77.dyn6.claro.example.net.br=2804:14d:5c00::77 77.9.216.190.dyn.ip.lumen.example.ve=190.216.9.77
   ip-196-203-20-9.topnet.tn=196.203.20.9 undefined.hostname.localhost=5.160.20.77
   62-218-44-9.static.upcbusiness.at=62.218.44.9 31-10-139-4.cgn.dynamic.upc.ch=31.10.139.4
   business-02-200-044-001.static.arcor-ip.net=2.200.44.1 128-65-7-9.cust.suomicom.net=128.65.7.9
   5.186.44.9.cgn.fibianet.dk=5.186.44.9 180-150-44-7.b4962c.mel.static.aussiebb.net=180.150.44.7
   dynamic-ip-adsl.viettel.vn=27.72.90.9 p180-22-44-9.example.ocn.ne.jp=180.22.44.9
   1-36-44-009.ptr.netvigator.com=1.36.44.9 45.76.9.40.vultrusercontent.com=45.76.9.40
   vps-0a1b2c3d.vps.ovh.net=141.94.20.9 vm1234567.stark-industries.solutions=45.132.7.9
   ptr.netangels.example.ru=89.208.9.7 176-99-9-7.cloudvps.regruhosting.ru=176.99.9.7
   unused-space.coop.net=198.46.44.9 ns541234.ip-66-70-9.net=66.70.9.7
   200116b8123400000000000000000007.dip.versatel-1u1.de=2001:16b8:1234::7
   host-81-100-9-7.bstnma.example.broadband.co.uk=81.100.9.7
`);

/** Such words in names that somebody chose, own numbered hosts, and what large senders call their servers. */
export const fifthCustom = listed(`
   hosted-by.com mail.freespace.org free.org available.com mail.unused-stuff.com reverse.fashion
   reverse-mortgage.com mail.reserve-ip.org freepool.mail.company.com no-ip.com noreply.company.com notfound.org
   mail.nodns.org default.company.com ptr.io mx.rdns.com free-mail.portal.com space.company.com vps-mx1.company.com
   smtp.static-control.com=203.0.113.12 mail.poolbau-schmidt.de=203.0.113.15
   mail.fibrenet-consulting.com=203.0.113.18 mail.hostelworld.com=203.0.113.21
   mta.dialog-semiconductor.com=203.0.113.24 mail.dynamo-dresden.de=203.0.113.27
   smtp.broadband-forum.org=203.0.113.30 mail.customerthink.com=203.0.113.33 mail.nodejs.example.org=203.0.113.36
   mail.catvusa.com=203.0.113.39 mail.rev-it.nl=203.0.113.42 mail-45.acme.com=203.0.113.45
   mta-48.example.net=203.0.113.48 vps51.kanzlei-mueller.de=203.0.113.51 host54.university.edu=203.0.113.54
   vmail2.studio7.it=203.0.113.57 srv-mail01.klinikum-nord.de=203.0.113.60 lon1-mx4.saas.example=203.0.113.63
   o66.em.brand.com=203.0.113.66 bounce-69.send.brand.com=203.0.113.69 mail.4711.com=203.0.113.72
   mail.360grad.at=203.0.113.75 facade24.de=203.0.113.78 mail.beef4you.com=203.0.113.81
   poczta.urzad-miasta.pl=203.0.113.84 mail.xn--mller-kva.de=203.0.113.87 gateway.smallbiz.com=203.0.113.90
   owncloud.familie-meier.de=203.0.113.93 home.smith.me.uk=203.0.113.96 mail-100.brand.com=203.0.113.100
   relay103.brand.com=203.0.113.103 clients.brand.com=203.0.113.106 pool-ntp.org=203.0.113.109
   mail.static.brand.com=203.0.113.112 dynmail.brand.com=203.0.113.115 nat-gw.school.edu=203.0.113.118
   mail-yw1-f180.google.com=209.85.128.180 mail-bn8nam12lp2100.outbound.protection.outlook.com=104.47.55.100
   a8-64.smtp-out.amazonses.com=54.240.8.64 c128-140.smtp-out.eu-central-1.amazonses.com=76.223.128.140
   st43p00im-ztdg10073201.me.com=17.41.7.9 m12-14.163.com=220.181.12.14 mail-m49192.qiye.163.com=45.254.49.192
   out203-205-221-191.mail.qq.com=203.205.221.191 out30-132.freemail.mail.aliyun.com=115.124.30.132
   o16789118x20.outbound-mail.sendgrid.net=167.89.55.20 mail7.suw11.mcsv.net=205.201.133.7
   smtp13-ia4-sp1.mta.salesforce.com=13.110.224.172 sender4-of-o53.zoho.com=136.143.188.53
   mx0a-001b2d01.pphosted.com=148.163.147.86 us-smtp-delivery-141.mimecast.com=207.211.30.141
   mx1.hc1234-12.eu.iphmx.com=46.19.170.17 sonic306-21.consmr.mail.ir2.yahoo.com=77.238.179.188
   mout.kundenserver.de=212.227.126.133 dd12345.kasserver.com=85.13.128.22
   forward501d.mail.yandex.net=2a02:6b8:c12:1:2::7 wout4-smtp.messagingengine.com=64.147.123.20
   maile-fc.linkedin.com=108.174.3.215 o1.sgmail.github.com=168.245.72.205
   gy66.relay.mailjet.example.com=185.12.80.66 gd.d.mailin.fr=185.41.28.109 mta80.klaviyomail.com=192.254.121.80
   mx21.poolexpert.fr=203.0.113.21 out-50.static-mail.io=203.0.113.50 node77.mail.internal-tools.com=203.0.113.77
   mta90.cable.co.uk=203.0.113.90 client-portal.lawfirm.com=203.0.113.92 pool4mail.schwimmbad.at=203.0.113.94
   relay-fra-96.saas.dev=203.0.113.96 vps.example-bakery.com=203.0.113.98 esa-100.hospital.org=203.0.113.100
   mxout-01-02-03.isp-mail.net=203.0.113.102 c104.cafe.com=203.0.113.104 h4x0r.org=203.0.113.106
   mail.a1b2c3.com=203.0.113.108 home.mueller-family.de=203.0.113.110 www112.example.net=203.0.113.112
   a27-40.smtp-out.us-west-2.amazonses.com=54.240.27.40
   mail-mw2nam10on2060.outbound.protection.outlook.com=40.107.94.60 ma-mailsvcp-mx-lapp02.apple.com=17.57.152.5
   out162-62-58-211.mail.qq.com=162.62.58.211 mail200.suw16.rsgsv.net=198.2.180.200
   eu-smtp-inbound-2.mimecast.com=195.130.217.221 smtp09-ia2-sp4.mta.salesforce.com=13.110.78.9
`);
