import { json } from "./json-regions.ts";
import { instant, isoOf } from "./line-head.ts";
import { facts, type Note, outcome, type State } from "./note.ts";
import { readStalwartEvent } from "./stalwart.ts";

/** What an event in JSON tells, and when. */
export interface EventReading {
  readonly at: string | undefined;
  readonly notes: readonly Note[];
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value.slice(0, 4_000) : "");
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 1_000) : []);
const timeOf = (value: unknown): string | undefined => {
  const [, local, zone] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?/.exec(textOf(value)) ?? [];
  return local ? instant(local, zone) : undefined;
};

/** How deep events are looked for: what a queue handed over, a list of envelopes, an envelope, its message. */
const DEPTH = 6;

/**
 * Events of Amazon SES (also wrapped by SNS, SQS or EventBridge), SendGrid and Stalwart's web hooks in a value. Undefined where
 * it is none of these.
 */
export function readEvents(value: unknown, depth = 0): readonly EventReading[] | undefined {
  if (depth > DEPTH) return undefined;
  if (Array.isArray(value)) {
    const read = value.slice(0, 20_000).map((one) => readEvents(one, depth + 1));
    return read.some((one) => one !== undefined) ? read.flatMap((one) => one ?? []) : undefined;
  }
  if (!isFields(value)) return undefined;
  if (isFields(value.mail) && (value.notificationType ?? value.eventType)) return [sesEvent(value)];
  if (typeof value.event === "string" && (value.sg_message_id ?? value.sg_event_id ?? value["smtp-id"] ?? value.email))
    return [sendGridEvent(value)];
  if (Array.isArray(value.events) && isFields(value.events[0]) && "type" in value.events[0])
    return value.events.slice(0, 20_000).flatMap((one) => stalwartHook(fieldsOf(one)));
  if (typeof value.Message === "string" && value.Type !== undefined) return readEvents(json(value.Message), depth + 1);
  if (isFields(value.detail)) return readEvents(value.detail, depth + 1);
  if (Array.isArray(value.Messages)) return readEvents(value.Messages, depth + 1);
  const body = value.Body ?? value.body;
  if (typeof body === "string") return readEvents(json(body), depth + 1);
  if (Array.isArray(value.Records)) return readEvents(value.Records, depth + 1);
  if (isFields(value.Sns)) return readEvents({ Type: "", ...value.Sns }, depth + 1);
  return undefined;
}

/**
 * An event of Amazon SES. `mail.sourceIp` is the client that handed the mail to Amazon and no receiver saw it;
 * `remoteMtaIp` is the receiver's. The address that Amazon sent from is in no field.
 */
function sesEvent(event: Fields): EventReading {
  const mail = fieldsOf(event.mail);
  const kind = textOf(event.notificationType ?? event.eventType);
  const message = `ses ${textOf(mail.messageId)}`;
  const messageId = textOf(fieldsOf(mail.commonHeaders).messageId).replace(/^<|>$/g, "");
  const known = facts(message, { from: textOf(mail.source), ...(messageId ? { messageId } : {}) });
  const of = (state: State, to: string, said: string, status: unknown, part: Fields): Note =>
    outcome(message, {
      state,
      to: [to],
      said: said.replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, ""),
      ...(textOf(part.remoteMtaIp) ? { hostAddress: textOf(part.remoteMtaIp) } : {}),
      ...(/^[245]\.\d{1,3}\.\d{1,3}$/.test(textOf(status)) ? { status: textOf(status) } : {}),
    });
  if (kind === "Delivery") {
    const part = fieldsOf(event.delivery);
    const notes = listOf(part.recipients).map((to) => of("accepted", textOf(to), textOf(part.smtpResponse), "", part));
    return { at: timeOf(part.timestamp ?? mail.timestamp), notes: [known, ...notes] };
  }
  const [part, list, state] =
    kind === "Bounce"
      ? ([fieldsOf(event.bounce), "bouncedRecipients", "refused"] as const)
      : kind === "DeliveryDelay"
        ? ([fieldsOf(event.deliveryDelay), "delayedRecipients", "deferred"] as const)
        : [undefined, "", "deferred" as const];
  if (!part) return { at: timeOf(mail.timestamp), notes: [known] };
  const otherwise = [textOf(part.bounceType ?? part.delayType), textOf(part.bounceSubType)].filter(Boolean).join(" ");
  const notes = listOf(part[list])
    .map(fieldsOf)
    .map((one) =>
      of(state, textOf(one.emailAddress), textOf(one.diagnosticCode) || wordsOf(otherwise), one.status, part),
    );
  return { at: timeOf(part.timestamp ?? mail.timestamp), notes: [known, ...notes] };
}

/** `MailboxFull` is `Mailbox Full`. */
const wordsOf = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1 $2");

const SENDGRID: Readonly<Record<string, State>> = {
  delivered: "accepted",
  deferred: "deferred",
  bounce: "refused",
  blocked: "refused",
};

/** An event of SendGrid. `ip` is the address SendGrid sent from; in opens and clicks it is the reader's. */
function sendGridEvent(event: Fields): EventReading {
  const state = SENDGRID[textOf(event.event)];
  const id = textOf(event.sg_message_id).split(".")[0] || textOf(event["smtp-id"]);
  const message = `sendgrid ${id || textOf(event.sg_event_id)}`;
  const messageId = textOf(event["smtp-id"]).replace(/^<|>$/g, "");
  const known = facts(message, messageId ? { messageId } : {});
  const at = isoOf(Number(event.timestamp) * 1000);
  if (!state) return { at, notes: [known] };
  const status = textOf(event.status);
  return {
    at,
    notes: [
      known,
      outcome(message, {
        state,
        to: [textOf(event.email)],
        said: textOf(event.response) || textOf(event.reason),
        ...(textOf(event.ip) ? { local: textOf(event.ip) } : {}),
        ...(/^[245]\.\d{1,3}\.\d{1,3}$/.test(status) ? { status } : {}),
      }),
    ],
  };
}

function stalwartHook(event: Fields): readonly EventReading[] {
  const pairs = Object.entries(fieldsOf(event.data)).map(
    ([key, value]) =>
      [
        key,
        typeof value === "number"
          ? String(value)
          : Array.isArray(value)
            ? JSON.stringify(value.slice(0, 100))
            : textOf(value),
      ] as const,
  );
  return [{ at: timeOf(event.createdAt), notes: readStalwartEvent(textOf(event.type), pairs) }];
}
