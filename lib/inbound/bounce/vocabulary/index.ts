import { chinese } from "./chinese.ts";
import { CONCEPTS, type Concept, pattern, type Vocabulary, withDigraphs } from "./concept.ts";
import { czech } from "./czech.ts";
import { danish } from "./danish.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { finnish } from "./finnish.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { greek } from "./greek.ts";
import { hungarian } from "./hungarian.ts";
import { italian } from "./italian.ts";
import { japanese } from "./japanese.ts";
import { korean } from "./korean.ts";
import { polish } from "./polish.ts";
import { portuguese } from "./portuguese.ts";
import { romanian } from "./romanian.ts";
import { russian } from "./russian.ts";
import { spanish } from "./spanish.ts";
import { swedish } from "./swedish.ts";
import { turkish } from "./turkish.ts";
import { ukrainian } from "./ukrainian.ts";

/** Every language that is read. One more is a file with its words and a line here. */
const LANGUAGES: readonly Vocabulary[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  swedish,
  polish,
  russian,
  turkish,
  chinese,
  korean,
  japanese,
  czech,
  danish,
  finnish,
  hungarian,
  ukrainian,
  greek,
  romanian,
];
/** Languages whose letters are often written with two. */
const WITH_DIGRAPHS: ReadonlySet<Vocabulary> = new Set([german, swedish, danish]);

function wordsOf(language: Vocabulary, concept: Concept): string | undefined {
  const words = language[concept];
  return words && WITH_DIGRAPHS.has(language) ? withDigraphs(words) : words;
}

/** What each concept is called, in all languages at once: mail servers mix them, and a bounce is mostly in two. */
export const SAY: Readonly<Record<Concept, string>> = Object.fromEntries(
  CONCEPTS.map((concept) => [
    concept,
    LANGUAGES.flatMap((language) => wordsOf(language, concept) ?? [])
      .map(pattern)
      .join("|"),
  ]),
) as Record<Concept, string>;
