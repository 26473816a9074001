import { holdUnderFaults } from "./matrix.ts";

holdUnderFaults([
  { id: "list-several", about: "lists" },
  { id: "list-domain", about: "lists" },
]);
