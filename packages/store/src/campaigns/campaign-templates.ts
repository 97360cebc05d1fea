import type { CampaignTemplate } from '@jangkau/campaigns';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Where a template stands with Meta. */
export type TemplateState = 'draft' | 'submitted' | 'approved' | 'rejected' | 'paused';

export interface TemplateRow extends CampaignTemplate {
  id: number;
  madeBy: string;
  madeAt: Date;
  state: TemplateState;
  /** What was said of its latest state. */
  reason: string | null;
  /** What people who got it make of it, as Meta last said; null: nothing said. */
  quality: 'green' | 'yellow' | 'red' | null;
  /** The kind Meta bills it as, where that is not the one it was handed in as. */
  billedAs: string | null;
}

const columns = sql`t.id, t.name, t.category, t.body, t.buttons, t.made_by AS "madeBy", t.made_at AS "madeAt", t.state,
  (SELECT e.reason FROM campaign_template_event e WHERE e.template_id = t.id ORDER BY e.id DESC LIMIT 1) AS reason,
  (SELECT CASE WHEN n.said IN ('GREEN', 'YELLOW', 'RED') THEN lower(n.said) END FROM whatsapp_notice n
    WHERE n.about = 'template-quality' AND n.subject = t.name ORDER BY n.said_at DESC, n.id DESC LIMIT 1) AS quality,
  (SELECT nullif(n.said, t.category) FROM whatsapp_notice n
    WHERE n.about = 'template-category' AND n.subject = t.name ORDER BY n.said_at DESC, n.id DESC LIMIT 1) AS "billedAs"`;

/** Templates, newest first. */
export async function listTemplates(db: Db): Promise<TemplateRow[]> {
  const { rows } =
    await sql<TemplateRow>`SELECT ${columns} FROM campaign_template t ORDER BY t.id DESC LIMIT 200`.execute(
      db,
    );
  return rows;
}

/** One template; undefined when there is none. */
export async function findTemplate(db: Db, id: number): Promise<TemplateRow | undefined> {
  const { rows } =
    await sql<TemplateRow>`SELECT ${columns} FROM campaign_template t WHERE t.id = ${id}`.execute(db);
  return rows[0];
}

/** Key of the template of that name; undefined when there is none. */
export async function templateIdOf(db: Db, name: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM campaign_template WHERE name = ${name}`.execute(
    db,
  );
  return rows[0]?.id;
}

/** Keeps a template; undefined when its name is taken. */
export async function addTemplate(
  system: Db,
  template: CampaignTemplate,
  by: string,
): Promise<number | undefined> {
  const { rows } = await sql<{
    id: number;
  }>`INSERT INTO campaign_template (name, category, body, buttons, made_by)
    VALUES (${template.name}, ${template.category}, ${template.body}, ${JSON.stringify(template.buttons)}::jsonb, ${by})
    ON CONFLICT (name) DO NOTHING RETURNING id`.execute(system);
  return rows[0]?.id;
}

/** Notes a new state of a template, once; false when it is in that state already. */
export async function noteTemplateState(
  system: Db,
  id: number,
  state: TemplateState,
  said: { by: string; reason: string | null },
): Promise<boolean> {
  const { rows } =
    await sql`UPDATE campaign_template SET state = ${state} WHERE id = ${id} AND state <> ${state} RETURNING 1`.execute(
      system,
    );
  if (rows.length === 0) return false;
  await sql`INSERT INTO campaign_template_event (template_id, state, made_by, reason)
    VALUES (${id}, ${state}, ${said.by}, ${said.reason})`.execute(system);
  return true;
}
