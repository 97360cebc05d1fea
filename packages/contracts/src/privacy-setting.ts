import { privacySettings } from '@jangkau/privacy';
import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';
import { plainText } from './subject-request.ts';

const Words = z.object({ id: z.string(), en: z.string() });

/** A setting with the value in force and who chose it; nobody when it is the default. */
export const PrivacySettingView = z.object({
  name: z.string(),
  what: Words,
  unit: z.enum(['hours', 'people', 'switch']),
  value: z.int(),
  default: z.int(),
  least: z.int(),
  most: z.int(),
  basis: z.string(),
  set: z.object({ by: z.string(), at: IsoInstant, reason: z.string() }).nullable(),
});
export type PrivacySettingView = z.infer<typeof PrivacySettingView>;
export const PrivacySettingList = z
  .object({ items: z.array(PrivacySettingView) })
  .meta({ id: 'PrivacySettings' });
export type PrivacySettingList = z.infer<typeof PrivacySettingList>;

const action = 'privacy-setting.manage';

/** Clocks of data protection and the hiding of small counts. */
export const privacySettingRoutes = {
  listPrivacySettings: {
    action,
    method: 'GET',
    path: '/privacy/settings',
    tag: 'privacy',
    summary: 'Hours of the clocks and the hiding of small counts, as they are in force',
    response: PrivacySettingList,
  },
  setPrivacySetting: {
    action,
    method: 'POST',
    path: '/privacy/settings',
    tag: 'privacy',
    summary: 'Set one, within what the law allows; null for the default',
    body: z.object({
      name: z.enum(privacySettings.map(({ name }) => name)),
      value: z.int().min(0).max(1000).nullable(),
      reason: plainText(5, 500),
    }),
    response: PrivacySettingList,
    status: 201,
  },
} as const satisfies Record<string, Route>;
