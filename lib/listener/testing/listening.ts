import { afterAll, afterEach, beforeAll } from "vitest";
import { makeOwnCertificate, type OwnCertificate } from "../certificate.ts";
import { type Listener, type ListenerOptions, startListener } from "../listener.ts";
import { type Client, connectClient } from "./client.ts";
import { createTestDesk } from "./desk.ts";
import { testOptions } from "./options.ts";

/** Listeners for the tests of one file, and their clients: they end with the test. `faults`: those of sessions, of all tests. */
export function listenerTests() {
  let certificate: OwnCertificate;
  const open: (Listener | Client)[] = [];
  const faults: unknown[] = [];
  const endAll = async () => {
    for (const one of open.splice(0)) await ("close" in one ? one.close() : one.end());
  };
  beforeAll(async () => {
    certificate = await makeOwnCertificate("probe.example");
  });
  afterEach(endAll);
  afterAll(endAll);

  async function listening(more: Partial<ListenerOptions> = {}) {
    const kept = createTestDesk();
    const options = { ...testOptions({ certificate, onFault: (error) => faults.push(error) }), ...more };
    const listener = await startListener(options, kept.desk);
    open.push(listener);
    const client = (from?: string) => {
      const one = connectClient(listener.port, from);
      open.push(one);
      return one;
    };
    return { ...kept, listener, client };
  }
  return { listening, faults };
}
