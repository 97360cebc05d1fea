import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { FieldDesk } from '../people/field-desk.ts';
import type { FieldApp } from './field-app.ts';

export const AppContext = createContext<FieldApp | undefined>(undefined);

/** The unlocked app; the screen is drawn again when something changes. */
export function useApp(): FieldApp {
  const app = useContext(AppContext);
  if (!app) throw new Error('the app is locked');
  const [, redraw] = useState(0);
  useEffect(() => app.subscribe(() => redraw((n) => n + 1)), [app]);
  return app;
}

/** What the phone knows; screens that need it are shown only when the pack is whole. */
export function useDesk(): FieldDesk {
  const { desk } = useApp();
  if (!desk) throw new Error('there is no pack yet');
  return desk;
}
