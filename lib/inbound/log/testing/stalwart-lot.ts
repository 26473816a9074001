/** Stalwart; see `lot.ts`. */
export const STALWART_LOT = `
> 1 gmail 203.0.113.50 recipient_unknown permanent 550 5.1.1 example.com
2026-11-24T12:00:00Z INFO Delivery attempt started (delivery.attempt-start) queueId = 313515071556812801, queueName = "remote", from = "zaphod@example.com", to = ["a@gmail.com"], size = 1546, total = 1
2026-11-24T12:00:01Z INFO Connecting to remote server (delivery.connect) queueId = 313515071556812801, queueName = "remote", from = "zaphod@example.com", to = ["a@gmail.com"], size = 1546, total = 1, domain = "gmail.com", hostname = "gmail-smtp-in.l.google.com", localIp = 203.0.113.50, remoteIp = 142.250.1.27, remotePort = 25, elapsed = 20ms
2026-11-24T12:00:02Z INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 313515071556812801, queueName = "remote", from = "zaphod@example.com", to = ["a@gmail.com"], size = 1546, total = 1, hostname = "gmail-smtp-in.l.google.com", to = "a@gmail.com", code = 550, details = "5.1.1 The email account that you tried to reach does not exist", elapsed = 129ms
2026-11-24T12:00:03Z INFO DSN permanent failure notification (delivery.dsn-perm-fail) queueId = 313515071556812801, queueName = "remote", from = "zaphod@example.com", to = ["a@gmail.com"], size = 1546, total = 1, to = "a@gmail.com", hostname = "gmail-smtp-in.l.google.com", code = 550, details = "The email account that you tried to reach does not exist"

> 1 mx.b.example - accepted accepted 250 2.0.0 example.com
2026-11-24T12:01:00Z INFO Message delivered (delivery.delivered) queueId = 313515071556812802, queueName = "remote", from = "zaphod@example.com", to = ["a@b.example"], size = 1546, total = 1, hostname = "mx.b.example", to = "a@b.example", code = 250, details = "2.0.0 Ok: queued as 66", elapsed = 20ms
2026-11-24T12:01:00Z INFO DSN success notification (delivery.dsn-success) queueId = 313515071556812802, queueName = "remote", from = "zaphod@example.com", to = ["a@b.example"], size = 1546, total = 1, to = "a@b.example", hostname = "mx.b.example", code = 250, details = "Ok"

# Put off, tried again, taken; the local address is not given.
> 1 mx.c.example - accepted accepted 250 - example.com
2026-11-24T12:02:00Z INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 313515071556812803, queueName = "remote", from = "zaphod@example.com", to = ["a@c.example"], size = 1, total = 1, hostname = "mx.c.example", to = "a@c.example", code = 451, details = "Greylisted, try again later", elapsed = 9ms
2026-11-24T12:02:00Z INFO Message rescheduled for delivery (queue.rescheduled) queueId = 313515071556812803, queueName = "remote", from = "zaphod@example.com", to = ["a@c.example"], size = 1, total = 1, nextRetry = 2026-11-24T12:07:00Z
2026-11-24T12:07:00Z INFO Message delivered (delivery.delivered) queueId = 313515071556812803, queueName = "remote", from = "zaphod@example.com", to = ["a@c.example"], size = 1, total = 1, hostname = "mx.c.example", to = "a@c.example", code = 250, details = "accepted", elapsed = 9ms

> 1 mx.d.example 203.0.113.51 ptr_missing permanent 554 5.7.1 example.com
2026-11-24T12:08:00Z WARN SMTP MAIL FROM rejected (delivery.mail-from-rejected) queueId = 313515071556812804, queueName = "remote", from = "zaphod@example.com", to = ["a@d.example"], size = 1, total = 1, hostname = "mx.d.example", code = 554, details = "5.7.1 Client host [203.0.113.51] rejected: no reverse DNS", elapsed = 9ms

> 1 mx.e.example - dmarc_reject permanent 550 5.7.1 example.com
2026-11-24T12:09:00Z INFO DSN permanent failure notification (delivery.dsn-perm-fail) queueId = 313515071556812805, queueName = "remote", from = "zaphod@example.com", to = ["a@e.example"], size = 1, total = 1, to = "a@e.example", hostname = "mx.e.example", details = "Unexpected response for DATA: Code: 550, Enhanced code: 5.7.1, Message: Rejected due to the DMARC policy of the domain example.com"

! 2026-11-24T12:10:00Z INFO SMTP connection started (smtp.connection-start) listenerId = "smtp", localPort = 25, remoteIp = 198.51.100.50, remotePort = 5555
! 2026-11-24T12:10:01Z INFO Message delivered (delivery.delivered) queueId = 313515071556812806, queueName = "local", from = "jo@c.example", to = ["zaphod@example.com"], size = 1, total = 1, hostname = "localhost", to = "zaphod@example.com", code = 250, details = "OK"
`;
