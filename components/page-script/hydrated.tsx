"use client";

import { useEffect } from "react";

/** Tells the page script that the framework's client has taken over the page, and no longer minds if it is changed. */
export function Hydrated() {
  useEffect(() => {
    document.documentElement.dataset.hydrated = "";
    document.dispatchEvent(new Event("hydrated"));
  }, []);
  return null;
}
