import type { HTMLAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "fresh-check": HTMLAttributes<HTMLElement> & { "data-body": string; "data-since": string | undefined };
      "own-address": HTMLAttributes<HTMLElement>;
      "page-folds": HTMLAttributes<HTMLElement>;
      "time-ago": HTMLAttributes<HTMLElement> & { "data-at": string };
    }
  }
}
