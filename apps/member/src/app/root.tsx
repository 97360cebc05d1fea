import type { OwnCards, OwnHome, OwnPerson } from '@jangkau/contracts';
import { keepLanguage, type Language, LanguageContext, Notice, readLanguage } from '@jangkau/phone';
import { useEffect, useState } from 'preact/hooks';
import { SignIn } from '../screens/sign-in.tsx';
import { AskFailure, ask } from './ask.ts';
import { forget, type Kept, keep, readKept } from './kept.ts';
import { OwnContext } from './own-context.ts';
import { Shell } from './shell.tsx';

type Phase =
  | { at: 'loading' }
  | { at: 'sign-in' }
  | { at: 'unreachable'; problem: string }
  | { at: 'open'; kept: Kept; offline: boolean };

/** From opening the app to the screens of a member; without a connection, what the phone kept. */
export function Root() {
  const [language, setLanguage] = useState<Language>(readLanguage());
  const [phase, setPhase] = useState<Phase>({ at: 'loading' });
  const end = () => {
    forget();
    setPhase({ at: 'sign-in' });
  };
  const load = async () => {
    try {
      const [home, { cards }] = await Promise.all([ask<OwnHome>('/home'), ask<OwnCards>('/cards')]);
      setPhase({ at: 'open', kept: keep(home, cards), offline: false });
    } catch (error) {
      if (error instanceof AskFailure && error.kind === 'signed-out') return end();
      const kept = readKept();
      if (kept) setPhase({ at: 'open', kept, offline: true });
      else setPhase({ at: 'unreachable', problem: error instanceof Error ? error.message : String(error) });
    }
  };
  useEffect(() => {
    void load();
    // The connection is back, or the app is looked at again: what it shows should be of now.
    const again = () => {
      if (document.visibilityState === 'visible') void load();
    };
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, []);
  const choose = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  return (
    <LanguageContext.Provider value={language}>
      {phase.at === 'loading' && (
        <main class="gate" aria-busy="true">
          <p class="wait">{language === 'id' ? 'Memuat ...' : 'Loading ...'}</p>
        </main>
      )}
      {phase.at === 'sign-in' && <SignIn onLanguage={choose} onDone={load} />}
      {phase.at === 'unreachable' && (
        <main class="gate">
          <Notice kind="warn">{phase.problem}</Notice>
          <button type="button" class="primary" onClick={() => void load()}>
            {language === 'id' ? 'Coba lagi' : 'Try again'}
          </button>
        </main>
      )}
      {phase.at === 'open' && (
        <OwnContext.Provider
          value={{
            ...phase.kept,
            offline: phase.offline,
            me: phase.kept.home.family.find(({ memberId }) => memberId === phase.kept.home.me) as OwnPerson,
            reload: load,
            end,
          }}
        >
          <Shell onLanguage={choose} />
        </OwnContext.Provider>
      )}
    </LanguageContext.Provider>
  );
}
