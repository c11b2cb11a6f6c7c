// The languages of the interface, German first.
import { test } from './test.ts';

export const languages = [
  { code: 'de', locale: 'de-DE' },
  { code: 'en', locale: 'en-GB' },
] as const;

export type Language = (typeof languages)[number];

/** Declares the tests of `body` once per language, with the browser in that language. */
export function inEachLanguage(body: (language: Language) => void): void {
  for (const language of languages) {
    test.describe(language.code, () => {
      test.use({ locale: language.locale });
      body(language);
    });
  }
}
