"use client";

/** A part of a sentence: prose, or in a list of its own a foreign value, made visible already. */
export type SentencePart = string | readonly [value: string];

// Drawn on both sides, as an icon is: a page has a hundred values, and their elements weigh more than they do
// (decision 0025).
export function Sentence({ parts }: { readonly parts: readonly SentencePart[] }) {
  return parts.map((part, place) =>
    typeof part === "string" ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity but their place
      <code key={place}>
        <bdi>{part[0]}</bdi>
      </code>
    ),
  );
}
