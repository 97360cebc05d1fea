/** What a message may be filled with. Never a debt, a number of a person or a reason: a phone may be in other hands. */
export const templateFields = {
  nama: { id: 'Nama depan', en: 'First name', example: 'Wayan' },
  kartu: { id: '4 angka akhir kartu', en: 'Last 4 digits of the card', example: '4321' },
  desa: { id: 'Desa atau kelurahan', en: 'Village', example: 'Sesetan' },
} as const;
export type TemplateField = keyof typeof templateFields;

/** What a button of a message begins when it is pressed. */
export const buttonActs = [
  'begin.reactivate',
  'begin.status',
  'begin.rehab-info',
  'begin.office',
  'word.stop',
] as const;
export type ButtonAct = (typeof buttonActs)[number];

/** A message of a campaign as it is to be approved by Meta. */
export interface CampaignTemplate {
  /** Lower case letters, digits and underscores. */
  readonly name: string;
  readonly category: 'utility' | 'marketing';
  /** With fields as {nama}. */
  readonly body: string;
  readonly buttons: readonly { readonly title: string; readonly act: ButtonAct }[];
}

/** Stands under every message of a campaign. */
export const templateFooter = 'Balas STOP agar tidak dikirimi pesan lagi.';

/** Why a message cannot be handed in. */
export const templateFaultNames = [
  'empty',
  'too-long',
  'unknown-field',
  /** Meta refuses a message that begins or ends with a field. */
  'field-at-edge',
  /** Says that somebody owes something, or how much: whoever holds the phone would read it (UU 27/2022). */
  'reveals-debt',
  'button-title',
  'too-many-buttons',
] as const;
export type TemplateFault = (typeof templateFaultNames)[number];

const most = { body: 1024, title: 25, buttons: 3 } as const;
const fieldMark = /\{(\w+)\}/g;
const debtWords =
  /\b(?:menunggak|tunggakan\w*|nunggak|ber?utang|utang\w*|hutang\w*|denda\w*|tagihan\w*|lunas\w*|belum\s+(?:di|mem|ter)?bayar\w*)\b/i;
/** Amounts: Rp35.000, IDR 350,000, 350 ribu, 1.250.000; and numbers of a person. */
const amounts =
  /\b(?:rp|idr)(?=\b|\s*\d)|\b\d+(?:[.,]\d+)?\s?(?:ribu|rb|juta|jt)\b|(?<!\d)\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{5,}/i;
const revealsDebt = (text: string) => debtWords.test(text) || amounts.test(text);

/** Everything that keeps a message from being handed in; empty when nothing does. */
export function templateFaults({
  body,
  buttons,
}: Pick<CampaignTemplate, 'body' | 'buttons'>): TemplateFault[] {
  const text = body.trim();
  const faults: TemplateFault[] = [];
  if (text === '') faults.push('empty');
  if (text.length > most.body) faults.push('too-long');
  // Whatever is left in braces would go out as it stands.
  if (/[{}]/.test(text.replace(fieldMark, (mark, field: string) => (isField(field) ? '' : mark))))
    faults.push('unknown-field');
  if (/^\{\w*\}|\{\w*\}$/.test(text)) faults.push('field-at-edge');
  if ([text, ...buttons.map(({ title }) => title)].some(revealsDebt)) faults.push('reveals-debt');
  if (buttons.some(({ title }) => title.trim() === '' || title.length > most.title))
    faults.push('button-title');
  if (buttons.length > most.buttons) faults.push('too-many-buttons');
  return faults;
}

/** Fields of a message in the order in which they stand; one that stands twice is there twice. */
export function fieldsOf(body: string): TemplateField[] {
  return [...body.matchAll(fieldMark)].map(([, field]) => field ?? '').filter(isField);
}

/** The message as a person reads it, without its footer. */
export function renderTemplate(body: string, values: Readonly<Record<TemplateField, string>>): string {
  return body.replace(fieldMark, (mark, field: string) => (isField(field) ? values[field] : mark));
}

/** The body as Meta wants it: {{1}}, {{2}} ... */
export function numberedBody(body: string): string {
  let n = 0;
  return body.trim().replace(fieldMark, (mark, field: string) => (isField(field) ? `{{${++n}}}` : mark));
}

function isField(name: string): name is TemplateField {
  return Object.hasOwn(templateFields, name);
}
