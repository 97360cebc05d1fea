import { type ChatSettings, FacilityException, type Route, routes } from '@jangkau/contracts';
import { Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useZoneName } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import { actText } from './act-text.ts';
import { chatSettingsText } from './chat-settings-text.ts';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';

/** Office hours, promised times, quick replies. */
export function ChatSettingsPage() {
  const text = useText(chatSettingsText);
  const found = useQuery(apiQuery('getChatSettings'));
  if (found.isPending) return <Loading lines={10} />;
  if (found.error) return <ProblemPanel page error={found.error} onRetry={() => found.refetch()} />;
  // A part begins anew when it was saved; what is being typed in the others stays.
  const saved = (part: string) => found.data.changed.find(({ name }) => name === part)?.at ?? '';
  return (
    <>
      <PageHeader kicker={<Link to="/pandawa">{text.back}</Link>} title={text.title} lede={text.lede} />
      <div className={styles.settings}>
        <Hours key={`hours ${saved('office-hours')}`} settings={found.data} />
        <Levels key={`levels ${saved('service-levels')}`} settings={found.data} />
        <Replies key={`replies ${saved('quick-replies')}`} settings={found.data} />
        <FacilityRule key={`facility ${saved('facility-change')}`} settings={found.data} />
      </div>
    </>
  );
}

interface PartProps {
  name: string;
  title: string;
  why?: string;
  route: Route;
  settings: ChatSettings;
  value: () => unknown;
  children: ReactNode;
}

/** One setting: its form, who changed it last, and the way back to what was delivered. */
function Part({ name, title, why, route, settings, value, children }: PartProps) {
  const text = useText(chatSettingsText);
  const format = useFormat();
  const client = useQueryClient();
  const changed = settings.changed.find((one) => one.name === name);
  const [resetting, setResetting] = useState(false);
  const save = useMutation({
    mutationFn: (next: unknown) => call(route, { body: { value: next } as never }),
    onSuccess: async () => {
      toastDone(text.saved);
      await client.invalidateQueries({ queryKey: ['getChatSettings'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <h2>{title}</h2>
        {why ? <p className={styles.why}>{why}</p> : null}
      </div>
      {children}
      {save.error ? <ProblemPanel error={save.error} /> : null}
      <div className={styles.acts}>
        <Button type="submit" loading={save.isPending}>
          {text.save}
        </Button>
        {changed ? (
          <Button variant="default" onClick={() => setResetting(true)}>
            {text.reset}
          </Button>
        ) : null}
      </div>
      {changed ? (
        <p className={styles.hint}>{text.changedBy(changed.by, format.dateTime(changed.at))}</p>
      ) : null}
      <ConfirmDialog
        opened={resetting}
        title={text.reset}
        action={text.reset}
        dangerous
        busy={save.isPending}
        error={save.error}
        onConfirm={() => save.mutate(null)}
        onClose={() => setResetting(false)}
      >
        {text.resetWhy(title)}
      </ConfirmDialog>
    </form>
  );
}

function FacilityRule({ settings }: { settings: ChatSettings }) {
  const text = useText(chatSettingsText);
  const act = useText(actText);
  const { facilityChange } = settings;
  const [months, setMonths] = useState(facilityChange.months);
  const [exceptions, setExceptions] = useState<string[]>(facilityChange.exceptions);
  const [basis, setBasis] = useState(facilityChange.basis);
  return (
    <Part
      name="facility-change"
      title={text.facility}
      why={text.facilityWhy}
      route={routes.setFacilityChange}
      settings={settings}
      value={() => ({ months, exceptions, basis })}
    >
      <NumberInput
        label={text.facilityMonths}
        value={months}
        min={0}
        max={24}
        allowDecimal={false}
        onChange={(next) => setMonths(Math.round(Number(next) || 0))}
      />
      <Checkbox.Group label={text.facilityExceptions} value={exceptions} onChange={setExceptions}>
        <div className={styles.days}>
          {FacilityException.options.map((id) => (
            <Checkbox key={id} value={id} label={act.exceptions[id]} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={text.facilityBasis}
        value={basis}
        required
        maxLength={200}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
    </Part>
  );
}

function Hours({ settings }: { settings: ChatSettings }) {
  const text = useText(chatSettingsText);
  const { officeHours } = settings;
  const [days, setDays] = useState(officeHours.days.map(String));
  const [from, setFrom] = useState(officeHours.from);
  const [to, setTo] = useState(officeHours.to);
  const [closed, setClosed] = useState(officeHours.closed.join(', '));
  return (
    <Part
      name="office-hours"
      title={text.hours(useZoneName())}
      why={text.hoursWhy}
      route={routes.setOfficeHours}
      settings={settings}
      value={() => ({
        days: days.map(Number).sort(),
        from,
        to,
        closed: closed.split(/[\s,;]+/).filter(Boolean),
      })}
    >
      <Checkbox.Group label={text.days} value={days} onChange={setDays}>
        <div className={styles.days}>
          {text.dayNames.map((name, i) => (
            <Checkbox key={name} value={String(i + 1)} label={name} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.pair}>
        <TextInput
          type="time"
          label={text.from}
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={text.to}
          required
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={text.closed}
        description={text.closedHint}
        value={closed}
        onChange={(event) => setClosed(event.currentTarget.value)}
      />
    </Part>
  );
}

function Levels({ settings }: { settings: ChatSettings }) {
  const text = useText(chatSettingsText);
  const words = useText(chatsText);
  const [minutes, setMinutes] = useState(settings.serviceLevels.answerMinutes);
  const [days, setDays] = useState(settings.serviceLevels.days);
  return (
    <Part
      name="service-levels"
      title={text.levels}
      why={text.levelsWhy}
      route={routes.setServiceLevels}
      settings={settings}
      value={() => ({ answerMinutes: minutes, days })}
    >
      <NumberInput
        label={text.answerMinutes}
        min={1}
        max={2400}
        allowDecimal={false}
        value={minutes}
        onChange={(next) => setMinutes(Number(next))}
      />
      <div className={styles.pair}>
        {Object.entries(days).map(([service, count]) => (
          <NumberInput
            key={service}
            label={text.workingDays(words.services[service] ?? service)}
            min={1}
            max={60}
            allowDecimal={false}
            value={count}
            onChange={(next) => setDays({ ...days, [service]: Number(next) })}
          />
        ))}
      </div>
    </Part>
  );
}

function Replies({ settings }: { settings: ChatSettings }) {
  const text = useText(chatSettingsText);
  const [replies, setReplies] = useState(settings.quickReplies.map((reply, key) => ({ key, ...reply })));
  const change = (key: number, part: { title?: string; text?: string }) =>
    setReplies(replies.map((reply) => (reply.key === key ? { ...reply, ...part } : reply)));
  return (
    <Part
      name="quick-replies"
      title={text.replies}
      route={routes.setQuickReplies}
      settings={settings}
      value={() => replies.map(({ title, text: words }) => ({ title, text: words }))}
    >
      {replies.map((reply) => (
        <div key={reply.key} className={styles.quick}>
          <TextInput
            label={text.replyTitle}
            required
            maxLength={40}
            value={reply.title}
            onChange={(event) => change(reply.key, { title: event.currentTarget.value })}
          />
          <Textarea
            label={text.replyText}
            required
            autosize
            maxLength={1000}
            value={reply.text}
            onChange={(event) => change(reply.key, { text: event.currentTarget.value })}
          />
          <div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.removeThis(reply.title)}
              onClick={() => setReplies(replies.filter(({ key }) => key !== reply.key))}
            >
              {text.remove}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() =>
            setReplies([
              ...replies,
              { key: Math.max(-1, ...replies.map(({ key }) => key)) + 1, title: '', text: '' },
            ])
          }
        >
          {text.add}
        </Button>
      </div>
    </Part>
  );
}
