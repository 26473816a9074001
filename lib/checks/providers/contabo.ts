import { defineProvider } from "../define/provider.ts";

/** Known by its default names; how its customers set a PTR record has not been verified. */
export const contabo = defineProvider({
  id: "contabo",
  name: "Contabo",
  recognise: { ptr: [/^vmi\d{3,}\.contaboserver\.net$/], asns: [51167, 40021, 141995] },
  guides: [],
});
