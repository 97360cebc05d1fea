import { formatRupiah } from '@jangkau/kernel';
import { type Segment, segments } from '@jangkau/membership';
import { type AdvocacyCard, advocacyCard } from '@jangkau/pesiar';
import { Choice, dayText, LanguageContext, useSay, useWords } from '@jangkau/phone';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { useDesk } from '../app/use-app.ts';
import type { FieldDesk } from '../people/field-desk.ts';
import type { StepProps } from './step-props.ts';

const rooms = ['I', 'II', 'III'] as const;

/** What it costs this family and what it brings, to be shown and read out; computed on the phone. */
export function AdvocacyStep({ draft, change, one, today }: StepProps) {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  const desk = useDesk();
  const card = useMemo(() => cardOf(desk, one, today), [desk, one, today]);
  useEffect(() => {
    if (draft.shown?.on !== card.on) change({ shown: card });
  }, [card]);
  return (
    <>
      {draft.class === 'unable' && (
        <p>
          {say(
            'Kurang mampu: iuran diusulkan dibayar pemerintah. Keluarga tidak membayar bila disetujui.',
            'Unable: the government is asked to pay. The family pays nothing once it is approved.',
          )}
        </p>
      )}
      {draft.class === 'working' && (
        <p>
          {say(
            'Pekerja: pemberi kerja membayar 4 %, pekerja 1 % dari upah. Suami, istri dan sampai tiga anak ikut ditanggung.',
            'Working: the employer pays 4 % and the worker 1 % of the wage. Spouse and up to three children are covered too.',
          )}
        </p>
      )}
      <section class="costs">
        <h2>
          {say(
            `Kalau membayar sendiri: ${card.billed.length} orang`,
            `If they pay themselves: ${card.billed.length} people`,
          )}
        </h2>
        {card.coveredElsewhere.length > 0 && (
          <p class="hint">
            {say(
              `${card.coveredElsewhere.length} anggota keluarga sudah ditanggung dan tidak ikut dihitung.`,
              `${card.coveredElsewhere.length} of the family are covered already and not counted.`,
            )}
          </p>
        )}
        <ul class="cards">
          {card.classes.map((cost) => (
            <li key={cost.class} class="card">
              <span class="card-head">
                <strong>{say(`Kelas ${rooms[cost.class - 1]}`, `Class ${rooms[cost.class - 1]}`)}</strong>
                <strong class="money">{formatRupiah(cost.perMonth)}</strong>
              </span>
              <span>
                {formatRupiah(cost.perPerson)} {say('per orang per bulan', 'a person a month')}
                {cost.aid > 0 &&
                  say(
                    `, dibantu pemerintah ${formatRupiah(cost.aid)}`,
                    `, with ${formatRupiah(cost.aid)} from taxes`,
                  )}
              </span>
              <small>{words(cost.brings)}</small>
            </li>
          ))}
        </ul>
      </section>
      {card.debt && (
        <section class="costs">
          <h2>{say(`Tunggakan ${card.debt.months} bulan`, `Arrears of ${card.debt.months} months`)}</h2>
          <p>
            {say('Agar aktif hari ini: ', 'To be active today: ')}
            <strong class="money">{formatRupiah(card.debt.toBeActive)}</strong>
          </p>
          {card.debt.rehab.eligible && (
            <>
              <p>
                {say(
                  `Atau dicicil (REHAB) ${card.debt.rehab.stages.length} kali:`,
                  `Or in ${card.debt.rehab.stages.length} stages (REHAB):`,
                )}
              </p>
              <ol>
                {card.debt.rehab.stages.map((stage) => (
                  <li key={stage.dueBy}>
                    {dayText(stage.dueBy, language)}: {formatRupiah(stage.amount)}
                  </li>
                ))}
              </ol>
              {card.debt.rehab.activeOn && (
                <p class="hint">
                  {say('Aktif kembali: ', 'Active again: ')}
                  {dayText(card.debt.rehab.activeOn, language)}
                </p>
              )}
            </>
          )}
        </section>
      )}
      <Choice
        legend={say('Jawaban keluarga', 'Answer of the family')}
        value={draft.answer}
        onChange={(answer) => change({ answer })}
        options={[
          { value: 'agrees', label: say('Setuju didaftarkan', 'Agrees to be registered') },
          { value: 'thinks-about-it', label: say('Masih berpikir', 'Still thinking') },
          { value: 'refuses', label: say('Menolak', 'Refuses') },
        ]}
      />
    </>
  );
}

/** The card of this case's family, by the register on the phone. */
function cardOf(desk: FieldDesk, one: StepProps['one'], today: string): AdvocacyCard {
  const { subject } = one.state;
  const household = desk.households.find(({ cases }) => cases.includes(one));
  const people = (household?.people ?? []).map((person) => ({
    id: person.residentNo,
    coveredIn: person.status === 'active' ? segmentOf(person.segment) : null,
  }));
  const owes = subject.arrearsMonths ?? 0;
  const others = people.length > 0 ? people : [{ id: one.state.caseId, coveredIn: null }];
  return advocacyCard({
    people: others,
    on: today,
    debt:
      owes > 0 && (subject.segment === 'PBPU' || subject.segment === 'BP')
        ? { segment: subject.segment, class: subject.class ?? 3, people: others.length, months: owes }
        : null,
  });
}

/** The segment of the register of members. */
function segmentOf(text: string | null): Segment | null {
  return segments.find((segment) => segment === text) ?? null;
}
