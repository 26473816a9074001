import { defineProvider } from "../define/provider.ts";

/** Known by its default names; how its customers set a PTR record has not been verified. */
export const serverUa = defineProvider({
  id: "server-ua",
  name: "server.ua",
  recognise: { ptr: [/^vps(?:-\d{1,3}){4}\.server\.ua$/] },
  guides: [],
});
