/** Exchange: message tracking and the protocol of a send connector; see `lot.ts`. */
export const EXCHANGE_LOT = String.raw`
> 1 mx.b.example - accepted accepted 250 2.1.5 example.com
> 1 mx.c.example 203.0.113.60 ptr_missing permanent 550 5.7.25 example.com
> 1 mx.d.example - connection_failed temporary 421 4.4.2 example.com
> 1 e.example - recipient_unknown permanent 550 5.1.1 example.com
! #Software: Microsoft Exchange Server
! #Version: 15.02.1118.007
! #Log-type: Message Tracking Log
! #Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info,directionality
2026-11-24T14:00:00.123Z,10.0.0.21,client1,10.0.0.2,EX01,08DD;2026-11-24T14:00:00.000Z;0,EX01\Default EX01,SMTP,RECEIVE,101,<x1@example.com>,n1,a@b.example,,4000,1,,,Hello,zaphod@example.com,zaphod@example.com,0cI:,Originating
2026-11-24T14:00:01.123Z,10.0.0.2,EX01,192.0.2.91,mx.b.example,08DD;250 2.0.0 OK;ClientSubmitTime:,Internet,SMTP,SEND,101,<x1@example.com>,n1,a@b.example,250 2.1.5 Recipient OK,4000,1,,,Hello,zaphod@example.com,zaphod@example.com,2026,Originating
2026-11-24T14:01:00.123Z,,EX01,,,,Internet,SMTP,FAIL,102,<x2@example.com>,n2,a@c.example,[{LED=550 5.7.25 Client host [203.0.113.60] has no PTR record};{MSG=};{FQDN=mx.c.example};{IP=192.0.2.92};{LRT=11/24/2026 2:01:00 PM}],4000,1,,,Hello,zaphod@example.com,zaphod@example.com,,Originating
2026-11-24T14:02:00.123Z,,EX01,,,,Internet,SMTP,DEFER,103,<x3@example.com>,n3,a@d.example,[{LED=421 4.4.2 Connection dropped due to SocketError};{MSG=};{FQDN=mx.d.example};{IP=192.0.2.93};{LRT=11/24/2026 2:02:00 PM}],4000,1,,,Hello,zaphod@example.com,zaphod@example.com,,Originating
2026-11-24T14:03:00.123Z,,EX01,,,,,ROUTING,FAIL,104,<x4@example.com>,n4,a@e.example,550 5.1.1 RESOLVER.ADR.RecipNotFound; not found,4000,1,,,Hello,zaphod@example.com,zaphod@example.com,,Originating
! 2026-11-24T14:04:00.123Z,10.0.0.2,EX01,10.0.0.3,EX02,,Intra,SMTP,SEND,105,<x5@example.com>,n5,arthur@example.com,250 2.1.5 Recipient OK,4000,1,,,Hello,zaphod@example.com,zaphod@example.com,,Originating
! 2026-11-24T14:05:00.123Z,198.51.100.70,mail.spam.example,10.0.0.2,EX01,Sender Id Agent,EX01\Default,SMTP,FAIL,106,<x6@spam.example>,n6,zaphod@example.com,[{LED=550 5.7.1 Sender ID (PRA) Not Permitted};{MSG=};{FQDN=};{IP=198.51.100.70};{LRT=}],0,1,,,Buy,jo@spam.example,jo@spam.example,,Incoming
! 2026-11-24T14:06:00.123Z,,EX01,,EX01,,,STOREDRIVER,DELIVER,107,<x7@c.example>,n7,zaphod@example.com,,4000,1,,,Hello,jo@c.example,jo@c.example,,Incoming

# The protocol of a send connector: a refused recipient beside an accepted one, and a refusal at the greeting.
> 1 mx.f.example 203.0.113.61 accepted accepted 250 2.6.0 example.com
> 1 mx.f.example 203.0.113.61 recipient_unknown permanent 550 5.1.1 example.com
2026-11-24T15:00:00.000Z,Internet,08DD1,0,,192.0.2.94:25,*,SendRoutingHeaders,Set Session Permissions
2026-11-24T15:00:00.100Z,Internet,08DD1,1,203.0.113.61:5001,192.0.2.94:25,+,,
2026-11-24T15:00:00.200Z,Internet,08DD1,2,203.0.113.61:5001,192.0.2.94:25,<,220 mx.f.example ESMTP ready,
2026-11-24T15:00:00.300Z,Internet,08DD1,3,203.0.113.61:5001,192.0.2.94:25,>,EHLO mail.example.com,
2026-11-24T15:00:00.400Z,Internet,08DD1,4,203.0.113.61:5001,192.0.2.94:25,<,250-mx.f.example,
2026-11-24T15:00:00.400Z,Internet,08DD1,5,203.0.113.61:5001,192.0.2.94:25,<,250 PIPELINING,
2026-11-24T15:00:00.500Z,Internet,08DD1,6,203.0.113.61:5001,192.0.2.94:25,>,MAIL FROM:<zaphod@example.com> SIZE=500,
2026-11-24T15:00:00.500Z,Internet,08DD1,7,203.0.113.61:5001,192.0.2.94:25,>,RCPT TO:<a@f.example>,
2026-11-24T15:00:00.500Z,Internet,08DD1,8,203.0.113.61:5001,192.0.2.94:25,>,RCPT TO:<b@f.example>,
2026-11-24T15:00:00.600Z,Internet,08DD1,9,203.0.113.61:5001,192.0.2.94:25,<,250 2.1.0 Ok,
2026-11-24T15:00:00.600Z,Internet,08DD1,10,203.0.113.61:5001,192.0.2.94:25,<,250 2.1.5 Ok,
2026-11-24T15:00:00.600Z,Internet,08DD1,11,203.0.113.61:5001,192.0.2.94:25,<,550 5.1.1 <b@f.example>: Recipient address rejected: User unknown,
2026-11-24T15:00:00.700Z,Internet,08DD1,12,203.0.113.61:5001,192.0.2.94:25,>,DATA,
2026-11-24T15:00:00.700Z,Internet,08DD1,13,203.0.113.61:5001,192.0.2.94:25,<,354 End data with <CR><LF>.<CR><LF>,
2026-11-24T15:00:00.800Z,Internet,08DD1,14,203.0.113.61:5001,192.0.2.94:25,<,250 2.6.0 Ok: queued as 22,
2026-11-24T15:00:00.900Z,Internet,08DD1,15,203.0.113.61:5001,192.0.2.94:25,>,QUIT,
2026-11-24T15:00:00.900Z,Internet,08DD1,16,203.0.113.61:5001,192.0.2.94:25,<,221 2.0.0 Bye,
2026-11-24T15:00:00.900Z,Internet,08DD1,17,203.0.113.61:5001,192.0.2.94:25,-,,Local
> 1 mx.g.example 203.0.113.61 dnsbl_listed permanent 554 5.7.1 -
2026-11-24T15:01:00.100Z,Internet,08DD2,0,203.0.113.61:5002,192.0.2.95:25,+,,
2026-11-24T15:01:00.200Z,Internet,08DD2,1,203.0.113.61:5002,192.0.2.95:25,<,554 mx.g.example 5.7.1 Client [203.0.113.61] blocked using zen.spamhaus.org,
2026-11-24T15:01:00.300Z,Internet,08DD2,2,203.0.113.61:5002,192.0.2.95:25,-,,Remote
# A receive connector's log: the server speaks first, to somebody else.
! 2026-11-24T15:02:00.100Z,EX01\Default EX01,08DD3,0,10.0.0.2:25,198.51.100.71:5003,+,,
! 2026-11-24T15:02:00.200Z,EX01\Default EX01,08DD3,1,10.0.0.2:25,198.51.100.71:5003,>,220 EX01.example.com Microsoft ESMTP MAIL Service ready,
! 2026-11-24T15:02:00.300Z,EX01\Default EX01,08DD3,2,10.0.0.2:25,198.51.100.71:5003,<,EHLO spam.example,
! 2026-11-24T15:02:00.400Z,EX01\Default EX01,08DD3,3,10.0.0.2:25,198.51.100.71:5003,>,550 5.7.1 Client was not authenticated,
`;
