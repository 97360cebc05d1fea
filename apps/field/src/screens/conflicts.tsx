import { type CaseFact, classNames, exitNames, factConflict, outcomeNames } from '@jangkau/pesiar';
import { LanguageContext, momentText, Notice, useBusy, useSay, useWords } from '@jangkau/phone';
import type { KeptEvent } from '@jangkau/sync';
import { useContext } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import { factOf } from '../people/field-desk.ts';
import { kindNames } from '../people/kind-names.ts';
import type { Queued } from '../store/field-store.ts';

/** Where the phone and the office say different things: both in words, and a person decides. */
export function Conflicts() {
  const say = useSay();
  const desk = useDesk();
  return (
    <>
      <header class="head">
        <h1>{say('Perbedaan dengan kantor', 'Differences with the office')}</h1>
        <p>
          {say(
            'Anda memutuskan mana yang berlaku. Catatan yang tidak dipilih tetap tersimpan.',
            'You decide which one counts. The other stays on record.',
          )}
        </p>
      </header>
      {desk.conflicts.length === 0 && <p class="empty">{say('Tidak ada perbedaan.', 'There are none.')}</p>}
      <ul class="cards">
        {desk.conflicts.map((item) => (
          <li key={item.event.id}>
            <ConflictCard item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ConflictCard({ item }: { item: Queued }) {
  const say = useSay();
  const words = useWords();
  const app = useApp();
  const desk = useDesk();
  const language = useContext(LanguageContext);
  const { busy, error, run } = useBusy();
  const since: readonly KeptEvent[] = item.result?.outcome === 'conflict' ? item.result.since : [];
  const mine = factOf(item.event, desk.username, null);
  const others = since.map((event) => factOf(event, event.by, event.device));
  const conflict = factConflict(mine, others);
  const theirs = conflict?.theirs ?? others.at(-1);
  if (!theirs) return null;
  // The newest version the server told: what is sent now has seen both sides.
  const base = Math.max(desk.case(item.event.stream)?.base ?? 0, ...since.map(({ version }) => version));
  const decide = (stands: 'mine' | 'theirs' | 'both') =>
    run(async () => {
      const again = { ...item.event, base };
      const aside = stands === 'mine' ? [theirs.id] : stands === 'theirs' ? [mine.id] : [];
      const decision = app.event(item.event.stream, 'resolved-conflict', {
        stands: stands === 'theirs' ? theirs.id : mine.id,
        setAside: aside,
      });
      await app.settleConflict([again], { ...decision, base });
    });
  const line = (fact: CaseFact) => `${momentText(fact.at, language)}, ${fact.by}`;
  return (
    <article class="card conflict">
      <h2>{desk.case(item.event.stream)?.state.subject.name}</h2>
      {conflict && <Notice kind="warn">{words(conflict.words)}</Notice>}
      <section>
        <h3>{say('Catatan Anda', 'Yours')}</h3>
        <p>{saidBy(mine, words)}</p>
        <small>{line(mine)}</small>
      </section>
      <section>
        <h3>{say('Catatan di kantor', 'At the office')}</h3>
        <p>{saidBy(theirs, words)}</p>
        <small>{line(theirs)}</small>
      </section>
      {error && <Notice kind="bad">{error}</Notice>}
      <div class="stack">
        <button type="button" class="primary" disabled={busy} onClick={() => decide('mine')}>
          {say('Catatan saya yang berlaku', 'Mine counts')}
        </button>
        <button type="button" disabled={busy} onClick={() => decide('theirs')}>
          {say('Catatan kantor yang berlaku', 'The office’s counts')}
        </button>
        <button type="button" disabled={busy} onClick={() => decide('both')}>
          {say('Keduanya benar', 'Both are right')}
        </button>
      </div>
    </article>
  );
}

/** What a fact says, in words. */
function saidBy(fact: CaseFact, words: (text: { id: string; en: string }) => string): string {
  const kind = words(kindNames[fact.kind] ?? { id: fact.kind, en: fact.kind });
  const what =
    fact.kind === 'visited'
      ? words(outcomeNames[fact.body.result])
      : fact.kind === 'closed'
        ? words(outcomeNames[fact.body.bucket])
        : fact.kind === 'classified'
          ? words(classNames[fact.body.class])
          : fact.kind === 'registered'
            ? words(exitNames[fact.body.exit])
            : fact.kind === 'identified'
              ? words(
                  {
                    'same-person': { id: 'orang yang sama', en: 'the same person' },
                    'other-person': { id: 'orang lain', en: 'somebody else' },
                    unsure: { id: 'ragu', en: 'not sure' },
                  }[fact.body.result],
                )
              : fact.kind === 'activated'
                ? fact.body.from
                : '';
  return what === '' ? kind : `${kind}: ${what}`;
}
