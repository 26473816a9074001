import { connect } from "node:net";

/** Whether something accepts connections on port 25 there. */
export function accepts(address: string, port = 25): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(5_000, () => finish(false));
    socket.once("connect", () => finish(true)).once("error", () => finish(false));
  });
}

export const allAccept = async (addresses: readonly string[]): Promise<boolean> =>
  (await Promise.all(addresses.map((address) => accepts(address)))).every(Boolean);
