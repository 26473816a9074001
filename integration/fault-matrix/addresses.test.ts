import { holdUnderFaults } from "./matrix.ts";

holdUnderFaults([
  { id: "coherent", about: "all but lists" },
  { id: "coherent-domain", about: "all but lists" },
  { id: "generic-dynamic", about: "all but lists" },
  { id: "two-ptrs", about: "all but lists" },
]);
