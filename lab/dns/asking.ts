import { createSocket } from "node:dgram";
import { encode } from "dns-packet";

/** Whether anything answers DNS there. */
export function answersDns(address: string, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(address.includes(":") ? "udp6" : "udp4");
    const finish = (answered: boolean) => {
      clearTimeout(timer);
      socket.close();
      resolve(answered);
    };
    const timer = setTimeout(finish, 5_000, false);
    socket.once("message", () => finish(true)).once("error", () => finish(false));
    socket.connect(53, address, () => socket.send(encode({ id: 1, questions: [{ name, type: "SOA" }] })));
  });
}
