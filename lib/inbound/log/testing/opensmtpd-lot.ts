/** OpenSMTPD; see `lot.ts`. */
export const OPENSMTPD_LOT = `
> 1 mx.b.example 203.0.113.46 accepted accepted 250 2.0.0 example.com
! Nov 24 11:00:00 host smtpd[100]: 5df87c9c42abeddb smtp connected address=10.0.0.7 host=app.example.com
Nov 24 11:00:01 host smtpd[100]: 5df87c9ffd0e785d mta connecting address=smtp://192.0.2.71:25 host=mx.b.example
Nov 24 11:00:01 host smtpd[100]: 5df87c9ffd0e785d mta connected
Nov 24 11:00:02 host smtpd[100]: 5df87c9ffd0e785d mta delivery evpid=3d4c4a424797fe79 from=<zaphod@example.com> to=<a@b.example> rcpt=<-> source="203.0.113.46" relay="192.0.2.71 (mx.b.example)" delay=1s result="Ok" stat="250 2.0.0 Ok: queued as 33"
> 1 mx.c.example 203.0.113.46 throttle temporary 421 - example.com
Nov 24 11:01:00 host smtpd[100]: 4b3a6c195c1f6010 mta delivery evpid=8f26ea98359eccea from=<zaphod@example.com> to=<a@c.example> rcpt=<-> source="203.0.113.46" relay="192.0.2.72 (mx.c.example)" delay=0s result="TempFail" stat="421 <a@c.example> Service not available - too busy"
> 1 mx.d.example 203.0.113.46 recipient_unknown permanent 550 5.1.1 example.com
Nov 24 11:02:00 host smtpd[100]: 4b3a6c195c1f6011 mta delivery evpid=8f26ea98359ecceb from=<zaphod@example.com> to=<a@d.example> rcpt=<alias@example.com> source="203.0.113.46" relay="192.0.2.73 (mx.d.example)" delay=0s result="PermFail" stat="550 5.1.1 <a@d.example>: Recipient address rejected: User unknown"
# An inner source is nobody's to see.
> 1 mx.e.example 203.0.113.47 ptr_missing permanent 550 5.7.1 example.com
Nov 24 11:03:00 host smtpd[100]: 4b3a6c195c1f6012 mta delivery evpid=8f26ea98359eccec from=<zaphod@example.com> to=<a@e.example> rcpt=<-> source="10.0.0.5" relay="192.0.2.74 (mx.e.example)" delay=0s result="PermFail" stat="550 5.7.1 Client [203.0.113.47] has no PTR record"
> 1 f.example - connection_failed temporary - - example.com
Nov 24 11:04:00 host smtpd[100]: 0000000000000000 mta delivery evpid=8f26ea98359ecced from=<zaphod@example.com> to=<a@f.example> rcpt=<-> source="-" relay="f.example" delay=1m result="TempFail" stat="Network is unreachable: connection refused"
# Another form of the same, without a PID, and an old one.
> 1 mx.g.example 203.0.113.46 accepted accepted 250 2.0.0 example.com
2026-11-24T11:05:00Z host smtpd: 4b3a6c195c1f6013 mta event=delivery evpid=8f26ea98359eccee from=<zaphod@example.com> to=<a@g.example> rcpt=<-> source="203.0.113.46" relay="192.0.2.75 (mx.g.example)" delay=0s result="Ok" stat="250 2.0.0 Ok"
> 1 mx.h.example 203.0.113.46 accepted accepted 250 2.0.0 example.com
Nov 24 11:06:00 host smtpd[101]: relay: Ok for 8f26ea98359eccef: session=4b3a6c195c1f6014, from=<zaphod@example.com>, to=<a@h.example>, rcpt=<->, source=203.0.113.46, relay=192.0.2.76 (mx.h.example), delay=1s, stat=250 2.0.0 Ok
! Nov 24 11:07:00 host smtpd[100]: 5df87c9c42abeddc smtp failed-command address=198.51.100.40 host=mail.spam.example command="RCPT TO:<zaphod@example.com>" result="550 Invalid recipient"
! Nov 24 11:07:01 host smtpd[100]: 5df87c9b982c840c mda delivery evpid=3d4c4a424797fe80 from=<jo@c.example> to=<zaphod@example.com> rcpt=<zaphod@example.com> user=zaphod delay=0s result=Ok stat=Delivered
! Nov 24 11:07:02 host smtpd[100]: 5df87c9b982c840d mta delivery evpid=3d4c4a424797fe81 from=<zaphod@example.com> to=<a@c.example> rcpt=<-> source="127.0.0.1" relay="127.0.0.1 (localhost)" delay=0s result="Ok" stat="250 2.0.0: f6e94209 Message accepted for delivery"
`;
