/** Haraka; see `lot.ts`. */
export const HARAKA_LOT = `
> 2 mx.b.example - accepted accepted - - -
2026-11-24T13:00:00.100Z [NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E481.1.1] [outbound] delivered file=1784850927980_1784850927980_0_12878_Tynsoa_2_mail domain=b.example host=mx.b.example ip=192.0.2.81 port=25 mode=SMTP tls=Y auth=N response="Ok: queued as 44" delay=0.5 fails=0 rcpts=2/0/0

> 1 c.example 203.0.113.55 ptr_missing permanent 550 5.7.1 example.com
[PROTOCOL] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] C: EHLO mail.example.com
[PROTOCOL] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] C: MAIL FROM:<zaphod@example.com>
[NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] recipient <a@c.example> rejected: 550 5.7.1 Client [203.0.113.55] has no PTR record
[INFO] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] bouncing mail: Some recipients failed: <a@c.example>

> 1 d.example - greylisted temporary 451 4.7.1 -
[NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E483.1.1] [outbound] recipient <a@d.example> deferred: 451 4.7.1 Greylisted, please come back later
[INFO] [1B012E7A-4362-42CC-B2D5-27534802E483.1.1] [outbound] Temp failing 1784850927981_0_1_2_x for 64 seconds: Some recipients temp failed: <a@d.example>

# The whole item: nobody is named.
> 1 - 203.0.113.55 ip_reputation temporary 421 4.7.0 -
[INFO] [1B012E7A-4362-42CC-B2D5-27534802E484.1.1] [outbound] Temp failing 1784850927982_0_1_2_x for 64 seconds: Upstream error: 421 4.7.0 Connection from [203.0.113.55] refused: poor reputation

# Put off, then delivered.
> 1 mx.e.example - accepted accepted 250 - -
[INFO] [1B012E7A-4362-42CC-B2D5-27534802E485.1.1] [outbound] Temp failing 1784850927983_0_1_2_x for 64 seconds: Upstream error: 451 greylisted
[NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E485.1.1] [outbound] delivered file=1784850927983_1_2_x domain=e.example host=mx.e.example ip=192.0.2.82 port=25 mode=SMTP tls=Y auth=N response="250 ok" delay=70 fails=1 rcpts=1/0/0

! 2026-11-24T13:05:00.100Z [NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E486.1.1] [outbound] delivered file=1784850927984_x domain=example.com host=127.0.0.1 ip=/run/dovecot/lmtp port=24 mode=LMTP tls=N auth=N response="<zaphod@example.com> Saved" delay=0.04 fails=0 rcpts=1/0/0
! [INFO] [1B012E7A-4362-42CC-B2D5-27534802E487] [core] connect ip=198.51.100.60 port=5555 local_ip=203.0.113.55 local_port=25
! [INFO] [1B012E7A-4362-42CC-B2D5-27534802E487.1] [rcpt_to.in_host_list] 550 I cannot deliver mail for zaphod@example.com
`;
