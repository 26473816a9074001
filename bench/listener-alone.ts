import { makeOwnCertificate } from "../lib/listener/certificate.ts";
import { startListener } from "../lib/listener/listener.ts";
import { createTestDesk } from "../lib/listener/testing/desk.ts";
import { testOptions } from "../lib/listener/testing/options.ts";
import { standBack } from "../lib/service/stand-back.ts";

// A listener that belongs to no service: it says its port. What hostile clients at this one cost is
// the machine's, not the service's.
standBack();
const { port } = await startListener(
  {
    ...testOptions({ certificate: await makeOwnCertificate("probe.example"), onFault: console.error }),
    ...{ connections: 1_000, perNetwork: 1_000, inTls: 100 },
    ...{ greetingMs: 500, sessionMs: 30_000, maxMessage: 1 << 20, maxMessages: 4 << 20 },
  },
  createTestDesk().desk,
);
console.log(port);
