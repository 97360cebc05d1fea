import { fieldsOf, renderTemplate, type TemplateField, templateFooter } from '@jangkau/campaigns';
import type { PreviewPerson, TemplateRow } from '@jangkau/store';
import { firstNameOf } from '../whatsapp/first-name-of.ts';
import type { OutboxBody } from '../whatsapp/message-for-whatsapp.ts';

/** What a message is filled with for a person: nothing of it is a debt or a whole number. */
export function fieldValues(person: PreviewPerson): Record<TemplateField, string> {
  return {
    nama: firstNameOf(person.name),
    kartu: person.card.slice(-4),
    desa: person.village ?? 'tempat Anda tinggal',
  };
}

/** The message of a turn as the outbox holds it; `text` is what the person reads. */
export function messageOfTurn(template: TemplateRow, person: PreviewPerson): OutboxBody & { text: string } {
  const values = fieldValues(person);
  return {
    kind: 'template',
    name: template.name,
    parameters: fieldsOf(template.body).map((field) => values[field]),
    payloads: template.buttons.map(({ act }) => act),
    text: `${renderTemplate(template.body, values)}\n${templateFooter}`,
  };
}
