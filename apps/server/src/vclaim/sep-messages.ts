import { z } from 'zod';
import { VclaimRefusal } from './vclaim-answer.ts';

const Text = z.union([z.string(), z.number()]).transform(String);
const Day = z
  .string()
  .transform((text) => text.trim().slice(0, 10))
  .pipe(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));

/** What counts of a new SEP; everything else in it is the hospital's own. */
export const NewSep = z.object({
  noKartu: Text.transform((text) => text.replace(/\s/g, '')),
  tglSep: Day,
  ppkPelayanan: z.string(),
  /** 1 inpatient, 2 outpatient. */
  jnsPelayanan: Text.pipe(z.enum(['1', '2'])),
});

/** The end of a stay. */
export const SepDischarge = z.object({ noSep: z.string(), tglPulang: Day });

/** An SEP taken back. */
export const SepDeletion = z.object({ noSep: z.string() });

/**
 * What a request holds below `request.t_sep`.
 * @throws VclaimRefusal that names the fields at fault and repeats nothing of them
 */
export function sepOf<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const sep = (body as { request?: { t_sep?: unknown } } | undefined)?.request?.t_sep;
  const read = shape.safeParse(sep);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map((issue) => String(issue.path[0] ?? 't_sep')))];
  throw new VclaimRefusal(`Isian tidak sesuai: ${fields.join(', ')}`);
}
