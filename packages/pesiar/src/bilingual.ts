/** Words for a person in both languages of the screens. */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}
