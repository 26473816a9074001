import { createHash, X509Certificate } from "node:crypto";
import { makeCertificate } from "../certificate.ts";

/** Public keys for DKIM records. Their private halves were thrown away: nobody signs in the small internet. */
export const DKIM_2048 =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA5JBu62I/iIVvj1yj0JRxR4tD5Xt/aC+UodjUfotRNGI0pY6k38rbWnckTx4wYO+unfhvWGaZ" +
  "JJQw7G9amkbQUoBFsbPqJsmmB/aQU++prhlPAMy3GbOex3JlTlo5by47kraF33oHyyciui3xpsBf1h43lFCB42WIZr5jL4WcdSTW1rWQ8RJdUPLN+Msd" +
  "kncbTRr61+ZFP4A4/hs/dhpNzj5itorGICF+KuC3nHlc6sXBAMsZ2/JiQyHvwhWHBp5nyIq978OtGBdOkGW+zC+pKq1qXT/F8744DYElt7HTnpJmJxRA" +
  "al0+Ui3G/YiDlgjdIj/HZzsETvzlvyjLu4N9NwIDAQAB";

export const DKIM_1024 =
  "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCXEbMUXuv7B5ADGTC3+N970IiNGhoYtnagaPnxitGmGhCale64ZiZyg7O1tp3sXyzYHGeFQpqIEok" +
  "SXXxhedV0sCPPqmEEeXD87MvS7P+8AUHI22FDNXjVdPzgxiVMJUmzt8eSsSq6qSKt8qxn7UaZqiWw3u3sfw04nEwWqtGIQIDAQAB";

export const DKIM_ED25519 = "CE0RGMm72DMWPQ1G+fcTFumwgok4XIvG6ny7E+PiQoc=";

/**
 * What a `3 1 1` TLSA record says of any mail server here: they share one key for as long as the process lives
 * (RFC 6698 section 2.1: SHA-256 of the SubjectPublicKeyInfo).
 */
export function serverKeyHash(): string {
  const key = new X509Certificate(makeCertificate().cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("hex");
}
