import { SAY } from "../vocabulary/index.ts";
import { any, near, type Rule, words } from "./rule.ts";
import { HELO, RDNS, SPF } from "./terms.ts";

/** Refusals because of who is logged in, or is not, and of who may write to whom. */
export const ACCOUNT_RULES: readonly Rule[] = [
  {
    cause: "login_failed",
    weight: 5,
    all: [
      words(
        "\\bauthentication (?:failed|unsuccessful|credentials invalid|failure)",
        "\\bcredentials (?:were |are )?(?:incorrect|invalid)",
        "\\bclient (?:was )?not authenticated to send",
        "\\busername and password not accepted",
        "\\bsasl\\b …\\bfail",
        "\\banmeldung fehlgeschlagen",
      ),
    ],
    none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b"),
  },
  {
    cause: "account_disabled",
    weight: 5,
    all: [
      words(
        "\\bbad outbound sender",
        "\\bspam abuse\\b …\\baccount",
        "\\bsender'?s? (?:user )?account (?:is |has been )?(?:disabled|suspended|blocked|locked)",
        "\\bfrom your account\\b …\\b(?:blocked|suspended)",
        "\\btenant has exceeded threshold",
        "\\bauthenticated user\\b …\\b(?:blocked|disabled)",
        "\\bunusual sending activity",
      ),
    ],
  },
  {
    cause: "recipient_restricted",
    weight: 5,
    all: [
      words(
        "\\brecipient not authorized",
        "\\bnot authorized to (?:send|post|write) to (?:this|the) (?:recipient|group|list|mailing)",
        "\\bsender ?not ?authenticated ?for",
        "\\bdelivery restriction",
        "\\brst\\.notauthorized",
        "\\b(?:only|closed|restricted) …\\b(?:members|subscribers)\\b",
        "\\bposting (?:to|on) this list",
        "\\bmailing list\\b …\\b(?:not allowed|prohibited|denied)",
        "\\bnicht (?:berechtigt|befugt)…\\b(?:gruppe|verteiler|mailingliste)",
        "\\bpas autoris…\\b(?:groupe|liste de diffusion)",
        "\\bno (?:esta |tiene )?(?:autorizad|permiso)…\\b(?:grupo|lista de distribucion)",
      ),
    ],
  },
  {
    cause: "relay_denied",
    weight: 4,
    all: [words(SAY.relay, "\\bauthentication (?:is )?required", "\\bsmtp auth(?:entication)? required")],
    none: words("\\bdelivery restriction"),
  },
  {
    cause: "relay_denied",
    weight: 4,
    all: [near("\\bauthenticat(?:ion|ed?)\\b|\\blog ?in\\b", "\\brequires?\\b|\\bmust\\b|\\bneeds? to\\b", 30)],
    none: words("\\bdelivery restriction", SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\bdomains?\\b"),
  },
  // "Wrong user name or password".
  {
    cause: "login_failed",
    weight: 4,
    all: [near(SAY.password, `${SAY.malformed}|${SAY.fail}|${SAY.mismatch}`, 50)],
    none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\bphishing"),
  },
  {
    cause: "login_failed",
    weight: 4,
    all: [
      near(
        SAY.login,
        "\\bfail|\\bfehlgeschlagen|\\bechec|\\bechou|\\bfallid|\\bfallo\\b|\\bfalhou|\\bfallit|\\bmislukt|\\bnieudan|\\bnie powiod|не удал|неудач|ошибк|не пройден|не вдал|помилк|\\bselhal|\\bzlyhal|\\bsikertelen|\\bepaonnist|\\bmisslyck|\\bmislyk|\\bbasarisiz|失敗|失败|실패|αποτυχ|απετυχ|\\besuat",
        40,
      ),
    ],
    none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\barc\\b", "\\bsender verif", "\\bauthentication checks"),
  },
  // "The account is blocked: spam was sent from it".
  {
    cause: "account_disabled",
    weight: 5,
    all: [near(SAY.recipient, SAY.suspended, 60), near(SAY.recipient, SAY.outgoing, 100)],
    none: any(near(SAY.recipient, SAY.full, 40), words(SPF, RDNS, HELO, "\\bgroup")),
  },
  // "Only members may write to this list".
  {
    cause: "recipient_restricted",
    weight: 5,
    all: [near(SAY.insiders, SAY.only, 50)],
    none: words(RDNS, HELO, SPF, SAY.encryption),
  },
  {
    cause: "recipient_restricted",
    weight: 4,
    all: [
      near(SAY.group, `${SAY.fail}|${SAY.only}`, 60),
      near(`${SAY.sender}|${SAY.message}|\\byou\\b`, `${SAY.fail}|${SAY.only}`, 60),
    ],
    none: words(RDNS, HELO, SPF, SAY.listed, SAY.nonexistent, "\\bdkim\\b", "\\bdmarc\\b"),
  },
  // "Log in before you send".
  {
    cause: "relay_denied",
    weight: 3,
    all: [near(SAY.login, `${SAY.required}|${SAY.relay}`, 50)],
    none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b", "\\bdelivery restriction"),
  },
  { cause: "relay_denied", weight: 2, all: [words(SAY.login)], none: words(SPF, "\\bdkim\\b", "\\bdmarc\\b") },
];
