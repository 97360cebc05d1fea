/** One thing said in Indonesian and in English. */
export interface Bilingual {
  id: string;
  en: string;
}
