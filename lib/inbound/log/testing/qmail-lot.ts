/** qmail and notqmail; see `lot.ts`. */
export const QMAIL_LOT = `
> 1 b.example - accepted accepted 250 2.0.0 example.com
@4000000069262a7c1a2b3c4d new msg 9001
@4000000069262a7c1a2b3c4e info msg 9001: bytes 500 from <zaphod@example.com> qp 400 uid 1000
@4000000069262a7c1a2b3c4f starting delivery 71: msg 9001 to remote a@b.example
! @4000000069262a7c1a2b3c50 status: local 0/10 remote 1/20
@4000000069262a7d1a2b3c4d delivery 71: success: 192.0.2.61_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_55/
! @4000000069262a7d1a2b3c4e status: local 0/10 remote 0/20
@4000000069262a7d1a2b3c4f end msg 9001

> 1 c.example 203.0.113.11 dnsbl_listed permanent 554 5.7.1 -
@4000000069262a801a2b3c4d starting delivery 72: msg 9002 to remote a@c.example
@4000000069262a811a2b3c4d delivery 72: failure: 192.0.2.62_does_not_like_recipient./Remote_host_said:_554_5.7.1_Service_unavailable;_Client_host_[203.0.113.11]_blocked_using_zen.spamhaus.org/Giving_up_on_192.0.2.62./

> 1 d.example 203.0.113.11 ptr_missing temporary 450 4.7.1 -
@4000000069262a821a2b3c4d starting delivery 73: msg 9003 to remote a@d.example
@4000000069262a831a2b3c4d delivery 73: deferral: Connected_to_192.0.2.63_but_sender_was_rejected./Remote_host_said:_450_4.7.1_Client_host_rejected:_cannot_find_your_reverse_hostname,_[203.0.113.11]/

> 1 e.example - connection_failed temporary - 4.4.1 -
@4000000069262a841a2b3c4d starting delivery 74: msg 9004 to remote a@e.example
@4000000069262a851a2b3c4d delivery 74: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/

> 1 f.example - recipient_domain_unknown permanent - 5.1.2 -
@4000000069262a861a2b3c4d starting delivery 75: msg 9005 to remote a@f.example
@4000000069262a871a2b3c4d delivery 75: failure: Sorry,_I_couldn't_find_any_host_named_f.example._(#5.1.2)/

# The number of a message is used again: two messages.
> 1 mx-g.example - recipient_unknown permanent 550 5.1.1 -
> 1 mx-g.example - accepted accepted 250 - -
@4000000069262a881a2b3c4d new msg 9006
@4000000069262a881a2b3c4e starting delivery 76: msg 9006 to remote a@mx-g.example
@4000000069262a891a2b3c4d delivery 76: failure: 192.0.2.64_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.64./
@4000000069262a891a2b3c4e end msg 9006
@4000000069262a8a1a2b3c4d new msg 9006
@4000000069262a8a1a2b3c4e starting delivery 77: msg 9006 to remote a@mx-g.example
@4000000069262a8b1a2b3c4d delivery 77: success: 192.0.2.64_accepted_message./Remote_host_said:_250_ok_1764000000_qp_99/
@4000000069262a8b1a2b3c4e end msg 9006

# By syslog, with the time of splogger in front.
> 1 h.example - mailbox_full permanent 552 5.2.2 -
Nov 24 10:00:00 host qmail: 1764000000.123456 starting delivery 78: msg 9007 to remote a@h.example
Nov 24 10:00:01 host qmail: 1764000001.123456 delivery 78: failure: 192.0.2.65_failed_after_I_sent_the_message./Remote_host_said:_552_5.2.2_Mailbox_full/

! @4000000069262a8c1a2b3c4d starting delivery 79: msg 9008 to local example.com-zaphod@example.com
! @4000000069262a8c1a2b3c4e delivery 79: success: did_0+0+1/
! @4000000069262a8c1a2b3c4f status: exiting
`;
