/** Events of Amazon SES and SendGrid, one below the other or over many lines; see `lot.ts`. */
export const EVENTS_LOT = String.raw`
> 1 y.example - recipient_unknown permanent 550 5.1.1 example.com
{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"a@y.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"2026-11-25T10:00:00.000Z","feedbackId":"f1","remoteMtaIp":"192.0.2.101","reportingMTA":"dsn; a8-70.smtp-out.amazonses.com"},"mail":{"timestamp":"2026-11-25T09:59:59.000Z","source":"zaphod@example.com","sourceIp":"203.0.113.99","messageId":"ses-1","destination":["a@y.example"]}}
# The receiver's own address in its reply is not the sender's.
> 1 gmail - accepted accepted 250 2.0.0 example.com
{"eventType":"Delivery","mail":{"timestamp":"2026-11-25T10:01:00.000Z","source":"zaphod@example.com","sourceIp":"203.0.113.99","messageId":"ses-2","destination":["a@gmail.com"],"commonHeaders":{"messageId":"<j2@example.com>"}},"delivery":{"timestamp":"2026-11-25T10:01:01.000Z","processingTimeMillis":900,"recipients":["a@gmail.com"],"smtpResponse":"250 2.0.0 OK  1764000000 d9-20si1 - gsmtp","remoteMtaIp":"142.250.1.27","reportingMTA":"a8-70.smtp-out.amazonses.com"}}
> 1 microsoft 198.51.100.80 ptr_missing temporary 451 4.7.1 example.com
{
  "Type" : "Notification",
  "MessageId" : "sns-1",
  "Message" : "{\"eventType\":\"DeliveryDelay\",\"mail\":{\"timestamp\":\"2026-11-25T10:02:00.000Z\",\"source\":\"zaphod@example.com\",\"sourceIp\":\"203.0.113.99\",\"messageId\":\"ses-3\"},\"deliveryDelay\":{\"timestamp\":\"2026-11-25T10:02:01.000Z\",\"delayType\":\"TransientCommunicationFailure\",\"delayedRecipients\":[{\"emailAddress\":\"a@hotmail.com\",\"status\":\"4.7.1\",\"diagnosticCode\":\"smtp; 451 4.7.1 client [198.51.100.80] has no PTR record, try again later\"}]}}"
}
> 1 z.example - mailbox_full permanent 552 5.2.2 example.com
{
  "version": "0",
  "detail-type": "Email Bounced",
  "source": "aws.ses",
  "detail": {
    "eventType": "Bounce",
    "mail": { "timestamp": "2026-11-25T10:03:00.000Z", "source": "zaphod@example.com", "sourceIp": "203.0.113.99", "messageId": "ses-4" },
    "bounce": {
      "bounceType": "Transient",
      "bounceSubType": "MailboxFull",
      "timestamp": "2026-11-25T10:03:01.000Z",
      "bouncedRecipients": [
        { "emailAddress": "a@z.example", "action": "failed", "status": "5.2.2", "diagnosticCode": "smtp; 552 5.2.2 mailbox full" }
      ]
    }
  }
}
! {"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"a@y.example"}],"complaintFeedbackType":"abuse","timestamp":"2026-11-25T10:04:00.000Z"},"mail":{"timestamp":"2026-11-25T10:03:59.000Z","source":"zaphod@example.com","sourceIp":"203.0.113.99","messageId":"ses-5"}}
! {"eventType":"Send","mail":{"timestamp":"2026-11-25T10:05:00.000Z","source":"zaphod@example.com","sourceIp":"203.0.113.99","messageId":"ses-6"},"send":{}}

# SendGrid: put off, then delivered; blocked; refused; opened by a reader whose address is in the same field.
> 1 yahoo 198.51.100.81 accepted accepted 250 - -
> 1 microsoft 198.51.100.82 private_blocklist permanent 550 5.7.1 -
> 1 w.example 198.51.100.81 recipient_unknown permanent 550 5.1.1 -
[
  {"email":"a@yahoo.com","timestamp":1764065100,"event":"deferred","ip":"198.51.100.81","response":"421 4.7.0 [TSS04] Messages temporarily deferred","attempt":"1","sg_message_id":"sg1.filter01.1","sg_event_id":"e1"},
  {"email":"a@yahoo.com","timestamp":1764065400,"event":"delivered","ip":"198.51.100.81","response":"250 ok dirdel","sg_message_id":"sg1.filter02.1","sg_event_id":"e2"},
  {"email":"b@hotmail.com","timestamp":1764065401,"event":"bounce","type":"blocked","ip":"198.51.100.82","reason":"550 5.7.1 Unfortunately, messages from [198.51.100.82] weren't sent. part of their network is on our block list (S3140).","status":"5.7.1","sg_message_id":"sg2.filter01.1","sg_event_id":"e3"},
  {"email":"c@w.example","timestamp":1764065402,"event":"bounce","type":"bounce","ip":"198.51.100.81","reason":"550 5.1.1 <c@w.example> User unknown","status":"5.1.1","sg_message_id":"sg3.filter01.1","sg_event_id":"e4"},
  {"email":"a@yahoo.com","timestamp":1764065403,"event":"open","ip":"198.51.100.83","useragent":"x","sg_message_id":"sg1.filter01.1","sg_event_id":"e5"}
]
! {"email":"d@w.example","timestamp":1764065404,"event":"processed","sg_message_id":"sg4.filter01.1","sg_event_id":"e6"}
`;
