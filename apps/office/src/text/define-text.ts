import type { Language } from './language.ts';

type Plain<T> = T extends string
  ? string
  : T extends (...values: infer A) => string
    ? (...values: A) => string
    : { [K in keyof T]: Plain<T[K]> };

/** The messages of one part of the screen in every language. */
export type TextOf<T> = Record<Language, Plain<T>>;

/**
 * Declares the messages of one part of the screen. The Indonesian object sets the shape; the compiler
 * refuses an English one that lacks a key, adds one, or takes other values.
 */
export function defineText<const T extends object>(text: { id: T; en: Plain<NoInfer<T>> }): TextOf<T> {
  return text as unknown as TextOf<T>;
}
