import { keepLanguage, type Language, LanguageContext, readLanguage } from '@jangkau/phone';
import { useEffect, useState } from 'preact/hooks';
import { checked, postOf, request } from '../link/http-server.ts';
import { Farewell as FarewellScreen } from '../screens/farewell.tsx';
import { NewPin } from '../screens/new-pin.tsx';
import { NoRoom } from '../screens/no-room.tsx';
import { SignIn } from '../screens/sign-in.tsx';
import { Unlock } from '../screens/unlock.tsx';
import type { Enrolment } from '../store/enrolment.ts';
import { type EndReason, forgetEverything, handOver, leftToHandOver } from '../store/forget-everything.ts';
import { Store } from '../store/open-store.ts';
import { Vault } from '../store/vault.ts';
import { FieldApp } from './field-app.ts';
import { Shell } from './shell.tsx';
import { AppContext } from './use-app.ts';

/** Minutes without a touch after which the phone asks for the PIN again. */
const lockMinutes = 5;

type Phase =
  | { at: 'loading' }
  | { at: 'no-room' }
  | { at: 'sign-in' }
  | { at: 'new-pin'; enrolment: Enrolment; token: string }
  | { at: 'locked'; enrolment: Enrolment }
  | { at: 'open'; app: FieldApp }
  | { at: 'farewell'; left: number };

/** From opening the app to working in it: signing in once, the PIN each time. */
export function Root() {
  const [language, setLanguage] = useState<Language>(readLanguage());
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const [store, setStore] = useState<Store>();

  useEffect(() => {
    void (async () => {
      const opened = await Store.open();
      setStore(opened);
      setPhase(await firstPhase(opened));
    })().catch(() => setPhase({ at: 'no-room' }));
    // Asked for so that the browser does not clear the queue when the phone is full.
    void navigator.storage?.persist?.();
  }, []);

  const open = phase.at === 'open' ? phase.app : undefined;
  useAutoLock(open, () => {
    if (!open) return;
    open.close();
    setPhase({ at: 'locked', enrolment: open.enrolment });
  });
  if (phase.at === 'no-room')
    return (
      <LanguageContext.Provider value={language}>
        <NoRoom />
      </LanguageContext.Provider>
    );
  if (!store) return null;

  const end = async (enrolment: Enrolment, reason: EndReason) => {
    open?.close();
    await forgetEverything(store, enrolment, reason);
    setPhase({ at: 'farewell', left: (await leftToHandOver(store)) ?? 0 });
  };
  const unlocked = async (vault: Vault, enrolment: Enrolment) => {
    const app = await FieldApp.open(store, vault, enrolment, () => void end(enrolment, 'revoked'));
    app.start();
    setPhase({ at: 'open', app });
  };
  const choose = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  return (
    <LanguageContext.Provider value={language}>
      {phase.at === 'sign-in' && (
        <SignIn
          onLanguage={choose}
          onDone={(enrolment, token) => setPhase({ at: 'new-pin', enrolment, token })}
        />
      )}
      {phase.at === 'new-pin' && (
        <NewPin
          onPin={async (pin) => {
            const vault = await Vault.create(store, pin);
            await store.write([
              { put: 'meta', key: 'enrolment', value: phase.enrolment },
              { put: 'meta', key: 'token', value: await vault.encryptJson(phase.token, 'token') },
            ]);
            await unlocked(vault, phase.enrolment);
          }}
        />
      )}
      {phase.at === 'locked' && (
        <Unlock
          name={phase.enrolment.name}
          onPin={async (pin) => unlocked(await Vault.open(store, pin), phase.enrolment)}
          onForget={() => end(phase.enrolment, 'wrong-pins')}
          onLanguage={choose}
        />
      )}
      {phase.at === 'open' && (
        <AppContext.Provider value={phase.app}>
          <Shell
            onLanguage={choose}
            onLock={() => {
              phase.app.close();
              setPhase({ at: 'locked', enrolment: phase.app.enrolment });
            }}
            onSignOut={() => end(phase.app.enrolment, 'signed-out')}
            onChangePin={(pin, next) => Vault.changePin(store, pin, next)}
          />
        </AppContext.Provider>
      )}
      {phase.at === 'farewell' && (
        <FarewellScreen
          left={phase.left}
          onHandOver={async () => {
            await handOver(store, send);
            setPhase({ at: 'sign-in' });
          }}
        />
      )}
    </LanguageContext.Provider>
  );
}

async function firstPhase(store: Store): Promise<Phase> {
  const left = await leftToHandOver(store);
  if (left !== undefined) return { at: 'farewell', left };
  const enrolment = await store.get<Enrolment>('meta', 'enrolment');
  if (!enrolment || (await Vault.wrongPins(store)) === undefined) return { at: 'sign-in' };
  return { at: 'locked', enrolment };
}

const send: Parameters<typeof handOver>[1] = async ({ enrolment, reason }, events, wiped) => {
  const { device, rescueToken: token } = enrolment;
  await checked(
    await request('/sync/rescue', postOf({ device, token, events, wiped, reason }), readLanguage()),
  );
};

/** Locks after some minutes without a touch, also when they passed while the app was in the background. */
function useAutoLock(app: FieldApp | undefined, lock: () => void): void {
  useEffect(() => {
    if (!app) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      if (Date.now() - touched > lockMinutes * 60_000) lock();
    };
    const timer = setInterval(look, 15_000);
    const events = ['pointerdown', 'keydown'] as const;
    for (const name of events) addEventListener(name, touch);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const name of events) removeEventListener(name, touch);
      document.removeEventListener('visibilitychange', look);
    };
  }, [app]);
}
