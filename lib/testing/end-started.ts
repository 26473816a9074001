import { afterAll } from "vitest";
import { endStarted } from "./started.ts";

// A Vitest set-up file: what the tests of a file have started ends with that file.
afterAll(endStarted);
