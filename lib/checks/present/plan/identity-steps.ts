import { prose, type Text, text } from "../../net/safe-text.ts";
import { providers } from "../../providers/index.ts";
import type { Remedy } from "../../report/report.ts";
import { digFor, digPtr, sayEhlo } from "../../words/commands.ts";
import type { Fixable } from "./fixable.ts";
import { bindConfigs, greetingConfigs, ipv4Configs, relayConfigs } from "./greeting-config.ts";
import { guideFor } from "./guide.ts";
import { forwardActor, forwardOwnerSays, GREETING_OWNER, ptrActor, ptrOwnerSays } from "./ownership-words.ts";
import { forwardRecord, ptrRecord } from "./records.ts";
import { heaviest, type Step, type Weight } from "./step.ts";
import { type Seen, ticketFor, ticketProblems } from "./ticket.ts";

type Three = "forward" | "ptr" | "greeting";

/**
 * The steps that make forward record, PTR record and greeting of one server all say the intended hostname. A step is there
 * because a verdict asks for it, or because another step works only after it or asks for it to follow.
 */
export function identitySteps(remedy: Remedy, fixable: readonly Fixable[], seen: Seen): Step[] {
  if (fixable.length === 0) return [];
  const mended = (by: Three) => fixable.filter((verdict) => mends(verdict, remedy) === by);
  const weight = heaviest(fixable.map(({ status }) => status));
  const needs = {
    forward: mended("forward").length > 0,
    ptr: mended("ptr").length > 0,
    greeting: mended("greeting").length > 0,
  };
  // What the name lacks is in the way of a PTR record. Where it needs no new one, that is for verdicts to say.
  const before = needs.ptr && ticketProblems(remedy).some(({ code }) => code !== "unknown");
  // A new PTR name asks for a greeting that says it; one that we did not hear may say it already.
  const follows = needs.ptr && remedy.ehlo?.toLowerCase() !== remedy.wanted?.name;
  const [cause] = fixable;
  if (!cause) return [];
  const base = (kind: Three): Base => {
    const found = mended(kind);
    const first = found[0] ?? cause;
    return {
      kind,
      status: found.length > 0 ? heaviest(found.map(({ status }) => status)) : weight,
      subject: remedy.subject,
      signal: first.signal,
      mends: found.map(({ subject, signal }) => ({ subject, signal })),
      ...(remedy.wanted ? {} : { nameless: true }),
    };
  };
  const steps = [
    ...(needs.forward || before ? [forwardStep(remedy, base("forward"), needs.ptr)] : []),
    ...(needs.ptr ? [{ ...ptrStep(remedy, base("ptr"), seen), ...insteadOfName(remedy, fixable) }] : []),
    ...(needs.greeting || follows ? [greetingStep(remedy, base("greeting"))] : []),
  ];
  // The first step says where the name comes from; those after it follow that one.
  return steps.map((step, i) => (i === 0 ? { ...step, does: [...step.does, ...whoseName(remedy, step)] } : step));
}

/** Where the name of the records comes from, unless it is the PTR name that is there already. */
function whoseName({ wanted, address, ptr, ehlo }: Remedy, { kind }: Pick<Step, "kind">): Text {
  if (!wanted || kind === "greeting") return [];
  switch (wanted.origin) {
    case "ehlo":
      return text` ${wanted.name} is the name that the server gives in EHLO.`;
    case "given":
      return text` ${wanted.name} is the EHLO name that you entered.`;
    case "asked":
      return text` ${address} was found under the name ${wanted.name}.`;
    case "ptr":
      return ptr.length > 1 && ehlo?.toLowerCase() === wanted.name
        ? text` ${wanted.name} is the name that the server gives in EHLO.`
        : [];
  }
}

const copyOf = (copy: string | undefined): Pick<Step, "copy"> => (copy === undefined ? {} : { copy });

const named = (by: Text | undefined): Pick<Step, "by"> => (by ? { by } : {});

type Base = Pick<Step, "kind" | "subject" | "signal" | "mends" | "nameless"> & { readonly status: Weight };

/** Which of the three fixes a verdict, given the intended hostname. */
function mends({ signal, fix }: Fixable, { wanted, ptr, ehlo }: Remedy): Three {
  if (signal === "greeting-name") return "greeting";
  if (signal === "ehlo-name") {
    const says = wanted?.origin === "given" ? wanted.name : ehlo?.toLowerCase();
    // It says the right name already, which only does not resolve.
    return fix.who === "forward-dns" && says === wanted?.name ? "forward" : "greeting";
  }
  // A name that is forward-confirmed and not seen to be comes after too many others: those have to go.
  if (signal === "fcrdns" && fix.who === "forward-dns")
    return wanted && wanted.leads !== "back" && ptr.includes(wanted.name) ? "forward" : "ptr";
  return "ptr";
}

/** A step of a server that nobody has named hands out no record: what would stand in it is the reader's to say. */
function forwardStep(remedy: Remedy, base: Base, forPtr: boolean): Step {
  const { wanted, type, address, ptr, owners } = remedy;
  const [problem] = ticketProblems(remedy);
  const moved =
    wanted?.leads === "elsewhere" && !forPtr && ptr.includes(wanted.name)
      ? text` Or, if ${wanted.name} belongs to another server now, change the PTR record instead.`
      : [];
  const does: Text =
    wanted && problem
      ? [...problem.does, ...moved]
      : text`Choose the server's full host name, in a domain of yours, and publish its ${type} record: ${address}.`;
  return {
    ...base,
    who: "forward-dns",
    does,
    ...copyOf(problem ? problem.copy : wanted && forwardRecord(remedy, wanted.name)),
    ...otherAddress(remedy),
    ...named(forwardActor(owners.forward.outcome, owners.forward.evidence)),
    owner: forwardOwnerSays(owners.forward.outcome, owners.forward.evidence),
    prove: digFor(type, wanted?.name),
    proof: text`This command then returns ${address}.`,
  };
}

/** Where the name leads to other addresses, mail may be meant to leave from one of those. */
function otherAddress({ wanted, address }: Remedy): Pick<Step, "alternative"> {
  const [meant] = wanted?.leads === "elsewhere" ? wanted.addresses : [];
  if (!wanted || !meant) return {};
  return {
    alternative: {
      says: text`If this server should send from ${meant} instead of ${address}, bind outgoing connections to ${meant}.`,
      configs: bindConfigs(meant),
    },
  };
}

/** What is left where the PTR record cannot be set: IPv4 alone, or a relay. */
function insteadOfName({ type, address, owners }: Remedy, fixable: readonly Fixable[]): Pick<Step, "alternative"> {
  const provider = providers.find(({ id }) => id === owners.ptr.evidence.provider?.[0]);
  if (provider?.relay)
    return {
      alternative: {
        says: text`${prose(provider.name)} lets no mail out on port 25, so send through a relay. Replace RELAY with the relay's host name.`,
        configs: relayConfigs,
      },
    };
  if (type === "AAAA")
    return {
      alternative: {
        says: text`Or send over IPv4 only, or remove the AAAA record with ${address}. With these settings the server still receives over IPv6.`,
        configs: ipv4Configs,
      },
    };
  const dynamic = fixable.some(({ signal, outcome }) => signal === "generic-ptr" && outcome === "dynamic-looking");
  if (!dynamic) return {};
  return {
    alternative: {
      says: text`If the provider does not set PTR records on this connection, or its address changes, send through a relay. Replace RELAY with the relay's host name.`,
      configs: relayConfigs,
    },
  };
}

function ptrStep(remedy: Remedy, base: Base, seen: Seen): Step {
  const { address, owners, wanted } = remedy;
  const { outcome, evidence } = owners.ptr;
  const record = wanted && ptrRecord(address, wanted.name, evidence.owner?.[0]);
  const common = {
    ...base,
    ...copyOf(record),
    ...named(ptrActor(outcome, evidence)),
    owner: ptrOwnerSays(outcome, evidence),
    prove: digPtr(address),
    proof: text`This command then returns ${wanted ? `${wanted.name}.` : prose("that name")} and nothing else.`,
  };
  if (outcome === "yours") {
    return {
      ...common,
      who: "reverse-dns",
      does: text`Set the PTR record of ${address} to ${wanted?.name ?? prose("that name")}${inPlaceOf(remedy)}, in your reverse zone ${evidence.zone}.`,
    };
  }
  const ticket = ticketFor(remedy, seen);
  return {
    ...common,
    who: "address-owner",
    does: change(remedy),
    ticket,
    ...(outcome === "delegated" ? {} : { guide: guideFor(remedy) }),
  };
}

/** What to have changed about the PTR record, as a sentence. */
function change(remedy: Remedy): Text {
  const { address, ptr, wanted } = remedy;
  const name = wanted?.name;
  if (!name)
    return text`Set the PTR record of ${address} to that name${ptr.length > 0 ? text`, in place of ${ptr.slice(0, 3)}` : []}.`;
  if (ptr.length === 0) return text`Set the PTR record of ${address} to ${name}.`;
  if (ptr.length > 1 && ptr.includes(name)) return text`Remove all PTR records of ${address} except ${name}.`;
  if (ptr.length > 1) return text`Replace the PTR records of ${address} with one: ${name}.`;
  return text`Change the PTR record of ${address} from ${ptr} to ${name}.`;
}

const inPlaceOf = (remedy: Remedy): Text => {
  const others = remedy.ptr.filter((one) => one !== remedy.wanted?.name);
  return others.length > 0 ? text` in place of ${others.slice(0, 3)}` : [];
};

function greetingStep(remedy: Remedy, base: Base): Step {
  const name = remedy.wanted?.name;
  return {
    ...base,
    who: "server",
    does: text`Set the server's EHLO name and greeting to ${name ?? prose("that name")}.`,
    owner: GREETING_OWNER,
    ...(name ? { copy: `smtp_helo_name = ${name}`, configs: greetingConfigs(name) } : {}),
    prove: sayEhlo(remedy.address),
    proof: text`The 220 and 250 lines contain ${name ?? prose("that name")}. For the EHLO name when it sends, look at the Received line that another provider added to your message.`,
  };
}
