// German first, English second: what a person's browser asks for.
import { test } from './test.ts';

export const languages = [
  { code: 'de', locale: 'de-DE' },
  { code: 'en', locale: 'en-GB' },
] as const;

export type Language = (typeof languages)[number];

/** Declares the tests of `body` once per language, in a browser that asks for it. */
export function inEachLanguage(body: (language: Language) => void): void {
  for (const language of languages) {
    test.describe(language.code, () => {
      test.use({ locale: language.locale });
      body(language);
    });
  }
}
