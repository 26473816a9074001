"use client";

import { useEffect, useState } from "react";

/** Makes every button with `data-copy` work, with one listener for the page. */
export function Copying() {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
      if (!button) return;
      const copied = await copy(button).catch(() => false);
      setSaid(copied ? "Copied" : "Could not copy");
      if (copied) button.dataset.copied = "";
      setTimeout(() => {
        delete button.dataset.copied;
        setSaid("");
      }, 2000);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return (
    <div className="sr-only" role="status">
      {said}
    </div>
  );
}

async function copy({ dataset, parentElement }: HTMLElement): Promise<boolean> {
  const from = dataset.copyFrom;
  const text = from
    ? await (await fetch(from, { headers: { accept: "text/plain" } })).text()
    : dataset.copy || parentElement?.querySelector("pre")?.textContent || "";
  // Inside networks the service may be reached without TLS, where browsers have no clipboard for scripts.
  return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true) : copyOldWay(text);
}

function copyOldWay(text: string): boolean {
  const area = document.body.appendChild(document.createElement("textarea"));
  area.value = text;
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
