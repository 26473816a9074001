import type { DkimSignature, Sending, SentMessage } from "../facts/sending.ts";

/** When all of them came. */
export const SENT_AT = Date.UTC(2026, 10, 22, 14, 2, 11);

export const signature = (more: Partial<DkimSignature> = {}): DkimSignature => ({
  domain: "example.com",
  selector: "s2026",
  algorithm: "rsa-sha256",
  keyBits: 2048,
  result: "pass",
  aligned: true,
  ...more,
});

/** A message in order, and whatever a test changes about it. */
export const sentMessage = (more: Partial<SentMessage> = {}): SentMessage => ({
  from: "example.com",
  dkim: [signature()],
  spf: { result: "pass", domain: "example.com" },
  dmarc: { result: "pass", policy: "reject", spfAligned: true, dkimAligned: true },
  arc: { result: "none", sets: 0 },
  messageIds: ["<20261122140211.4A@mail.example.com>"],
  dates: ["Sun, 22 Nov 2026 14:02:10 +0000"],
  listUnsubscribe: { schemes: ["https"], oneClick: true },
  hops: [],
  ...more,
});

/** A session in order. */
export const sending = (more: Partial<Sending> = {}): Sending => ({
  at: SENT_AT,
  verb: "EHLO",
  helo: "mail.example.com",
  tls: { version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
  earlyTalker: false,
  pipelined: false,
  message: sentMessage(),
  ...more,
});

/** A session in which everything is at fault that has a signal. */
export const faultySending = (): Sending => {
  const { tls: _tls, ...rest } = sending({ helo: "localhost", earlyTalker: true });
  return {
    ...rest,
    message: {
      dkim: [],
      spf: { result: "none" },
      dmarc: { result: "none", spfAligned: false, dkimAligned: false },
      arc: { result: "none", sets: 0 },
      messageIds: [],
      dates: [],
      hops: [],
    },
  };
};
