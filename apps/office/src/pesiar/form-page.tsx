import { type DeskForm, routes } from '@jangkau/contracts';
import { classNames, classRules, type Evidence, evidenceLines, exitNames } from '@jangkau/pesiar';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import { CasePhotos } from './case-photos.tsx';
import { DecideForms } from './decide-forms.tsx';
import { EmployerCode } from './employer-code.tsx';
import { FormState } from './form-state.tsx';
import { formText } from './form-text.ts';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';
import { useSettled } from './use-settled.ts';

type Detail = z.output<(typeof routes)['getForm']['response']>;

/** A form at its desk with everything a decision rests on: people, class and its reasons, consent, photographs. */
export function FormPage() {
  const { form: id } = useParams({ from: '/office/pesiar/meja/$form' });
  const text = useText(pesiarText);
  const words = useText(formText);
  const { language } = useLanguage();
  const nameOf = useAreaNames();
  const found = useQuery(apiQuery('getForm', { params: { form: id } }));
  if (found.isPending) return <Loading lines={10} />;
  if (found.error) return <ProblemPanel error={found.error} page onRetry={() => found.refetch()} />;
  const { form, address, consent, photos, people } = found.data;
  return (
    <>
      <PageHeader
        kicker={
          <Link to="/pesiar/meja" search={{ desk: form.desk, status: form.status }}>
            {text.desk}
          </Link>
        }
        title={form.name}
        lede={[exitNames[form.exit][language], form.banjar, nameOf(form.area), address]
          .filter(Boolean)
          .join(' · ')}
      />
      <Terms detail={found.data} />
      {consent?.given ? null : <Notice tone="warning">{words.noConsent}</Notice>}
      <section className={styles.section}>
        <h2>{words.people}</h2>
        <People people={people} />
      </section>
      <Reasons detail={found.data} />
      {photos.length > 0 ? (
        <section className={styles.section}>
          <h2>{text.photos}</h2>
          <CasePhotos caseId={form.caseId} photos={photos} signature={consent?.signature ?? null} />
        </section>
      ) : null}
      <p className={styles.why}>
        <Link to="/pesiar/kasus/$caseId" params={{ caseId: form.caseId }}>
          {words.toCase}
        </Link>
      </p>
      <Decision form={form} />
    </>
  );
}

function Lines({ lines }: { lines: ReadonlyArray<readonly [string, ReactNode] | null> }) {
  return (
    <dl className={styles.lines}>
      {lines.map((line) =>
        line ? (
          <div key={line[0]}>
            <dt>{line[0]}</dt>
            <dd>{line[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Terms({ detail }: { detail: Detail }) {
  const text = useText(pesiarText);
  const words = useText(formText);
  const format = useFormat();
  const { form, terms, consent, note } = detail;
  return (
    <Lines
      lines={[
        [text.state, <FormState key="s" form={form} />],
        [words.handedIn, words.handedInBy(format.dateTime(form.handedInAt), form.handedInBy)],
        form.decidedAt && form.decidedBy
          ? [words.decided, words.handedInBy(format.dateTime(form.decidedAt), form.decidedBy)]
          : null,
        consent
          ? [
              words.consent,
              `${consent.given ? words.agreed : words.notAgreed}, ${words.signers[consent.signer as 'self'] ?? consent.signer}, ${words.handedInBy(format.dateTime(consent.at), consent.by)}`,
            ]
          : null,
        terms.class ? [words.class, words.classOf(terms.class)] : null,
        terms.bank ? [words.bank, terms.bank.toUpperCase()] : null,
        terms.way ? [words.way, terms.way === 'rehab' ? words.rehab(terms.stages) : words.atOnce] : null,
        terms.pbiEndedOn ? [words.pbiEnded, format.date(terms.pbiEndedOn)] : null,
        terms.ppuEndedOn ? [words.ppuEnded, format.date(terms.ppuEndedOn)] : null,
        terms.mother ? [words.mother, terms.mother] : null,
        form.employerName
          ? [words.employer, [form.employerName, terms.employerAddress].filter(Boolean).join(', ')]
          : null,
        terms.position ? [words.position, terms.position] : null,
        terms.wage ? [words.wage, rupiah(format, terms.wage)] : null,
        note ? [text.note, note] : null,
      ]}
    />
  );
}

function Decision({ form }: { form: DeskForm }) {
  const text = useText(pesiarText);
  const may = useMay();
  const navigate = useNavigate();
  const [done, setDone] = useState(false);
  const own = { 'dinas-sosial': 'desk.social', employer: 'desk.employer', officer: 'desk.officer' } as const;
  const settled = useSettled(() => setDone(true));
  const verify = useMutation({
    mutationFn: () => call(routes.approveForm, { params: { form: form.form }, body: {} }),
    onSuccess: () => settled(text.verified),
  });
  if (form.desk === 'employer' && form.status === 'waiting' && may('desk.officer'))
    return <EmployerCode form={form} />;
  if (form.status !== 'waiting' || done || !may(own[form.desk])) return <Account form={form} />;
  return (
    <>
      {verify.error ? <ProblemPanel error={verify.error} /> : null}
      <div className={styles.acts}>
        {form.desk === 'officer' ? (
          <Button loading={verify.isPending} onClick={() => verify.mutate()}>
            {text.verify}
          </Button>
        ) : null}
        <DecideForms
          desk={form.desk}
          forms={[form.form]}
          onSettled={() => void navigate({ to: '/pesiar/meja', search: { desk: form.desk } })}
        />
      </div>
    </>
  );
}

/** The account of the first payment, to be told to the family. */
function Account({ form }: { form: DeskForm }) {
  const text = useText(pesiarText);
  const words = useText(formText);
  const may = useMay();
  const open = form.desk === 'officer' && form.status === 'approved' && may('desk.officer');
  const account = useQuery({
    ...apiQuery('getFormAccount', { params: { form: form.form } }),
    enabled: open,
  });
  if (!open || !account.data?.va) return null;
  return (
    <Notice title={text.account}>
      <strong className={styles.account}>{account.data.va}</strong> {words.tellFamily}
    </Notice>
  );
}

function People({ people }: { people: Detail['people'] }) {
  const words = useText(formText);
  const format = useFormat();
  return (
    <ScrollBox label={words.people}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">NIK</th>
            <th scope="col">{words.born}</th>
            <th scope="col">{words.relation}</th>
            <th scope="col">{words.cover}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={`${person.name}${person.born}`}>
              <td>{person.name}</td>
              <td data-label="NIK">{person.nik ?? words.noNik}</td>
              <td data-label={words.born}>{person.born ? format.shortDate(person.born) : '–'}</td>
              <td data-label={words.relation}>
                {words.relations[person.relation as keyof typeof words.relations] ?? person.relation}
              </td>
              <td data-label={words.cover}>{person.coveredIn ? words.coveredIn(person.coveredIn) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Reasons({ detail: { evidence } }: { detail: Detail }) {
  const words = useText(formText);
  const format = useFormat();
  const { language } = useLanguage();
  const named = (id: string) => classNames[id as keyof typeof classNames]?.[language] ?? id;
  if (!evidence) return null;
  const rule = classRules.find(({ id }) => id === evidence.rule);
  const lines = evidenceLines(evidence.evidence as unknown as Evidence, format.date);
  return (
    <section className={styles.section}>
      <h2>{words.reasons(named(evidence.class))}</h2>
      {rule ? (
        <p className={styles.why}>
          {rule.words[language]} ({rule.legalBasis})
        </p>
      ) : null}
      {evidence.suggested && evidence.suggested !== evidence.class ? (
        <Notice tone="warning" title={words.otherwise(named(evidence.suggested))}>
          {evidence.because ?? words.noBecause}
        </Notice>
      ) : null}
      {lines.length > 0 ? (
        <Lines lines={lines.map(({ name, value }) => [name[language], value[language]] as const)} />
      ) : (
        <p className={styles.why}>{words.nothingSaid}</p>
      )}
    </section>
  );
}
