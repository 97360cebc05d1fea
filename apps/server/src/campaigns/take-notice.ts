import { type Db, keepNotice, noteTemplateState, templateIdOf, type WhatsappNotice } from '@jangkau/store';
import { stateOfTemplate } from './template-states.ts';

/** Takes what WhatsApp says by itself: kept once, and the latest of a message is its state. */
export async function takeNotice(db: Db, notice: WhatsappNotice): Promise<void> {
  const counts = await keepNotice(db, notice);
  if (!counts || notice.about !== 'template-state') return;
  const state = stateOfTemplate(notice.said);
  const id = state && (await templateIdOf(db, notice.subject));
  if (id) await noteTemplateState(db, id, state, { by: 'Meta', reason: notice.detail });
}
