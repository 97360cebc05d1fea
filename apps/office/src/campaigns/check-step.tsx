import { routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useZoneName } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useAudienceWords } from './audience-words.ts';
import type { StepProps } from './campaign-draft.ts';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { ForecastPanel } from './forecast-panel.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { useAudienceCount } from './use-audience-count.ts';
import { useForecast } from './use-forecast.ts';

/** Everything once more; drawing it up asks for approval. */
export function CheckStep({ draft, onGo }: StepProps) {
  const text = useText(campaignsText);
  const format = useFormat();
  const zone = useZoneName();
  const client = useQueryClient();
  const navigate = useNavigate();
  const counts = useAudienceCount(draft);
  const forecast = useForecast(draft, counts.data?.reachable);
  const templates = useQuery(apiQuery('listTemplates'));
  const template = templates.data?.items.find(({ id }) => id === draft.templateId);
  const words = useAudienceWords(draft.audience);
  const drawUp = useMutation({
    mutationFn: async () => {
      const { name, audience, templateId, perDay, from, to, days, holdOut, frequencyDays, followUpDays } =
        draft;
      const { id } = await call(routes.drawUpCampaign, {
        body: {
          name: name.trim(),
          audience,
          templateId: templateId ?? 0,
          plan: { perDay, from, to, days },
          holdOut,
          frequencyDays,
          followUpDays,
        },
      });
      await call(routes.actOnCampaign, { params: { id }, body: { act: 'submit' } });
      return id;
    },
    onSuccess: async (id) => {
      await client.invalidateQueries({ queryKey: ['listCampaigns'] });
      await navigate({ to: '/kampanye/$campaignId', params: { campaignId: String(id) } });
    },
  });
  const facts: [string, string][] = [
    [text.planName, draft.name.trim()],
    [text.audience, words],
    [
      text.reachable,
      counts.data
        ? text.of(format.integer(counts.data.reachable), format.integer(counts.data.families))
        : '…',
    ],
    [
      text.speed,
      text.speedWords(format.integer(draft.perDay), `${draft.from}–${draft.to} ${zone}`.replaceAll(':', '.')),
    ],
    [text.days, draft.days.map((day) => text.dayNames[day - 1]).join(', ')],
    [text.holdOut, draft.holdOut === 0 ? text.holdOutNone : format.percent(draft.holdOut, 0)],
    [text.frequency, format.integer(draft.frequencyDays)],
    [text.followUp, format.integer(draft.followUpDays)],
  ];
  return (
    <div className={styles.split}>
      <div className={styles.form}>
        <h2 className={styles.h}>{text.check}</h2>
        <p className={styles.why}>{text.checkWhy}</p>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {drawUp.error ? <ProblemPanel error={drawUp.error} /> : null}
        <div className={styles.ways}>
          <Button variant="subtle" onClick={() => onGo('plan')}>
            {text.back}
          </Button>
          <Button loading={drawUp.isPending} onClick={() => drawUp.mutate()}>
            {text.drawUp}
          </Button>
        </div>
      </div>
      <section className={styles.aside} aria-label={text.forecast}>
        {template ? <MessageBubble text={template.body} buttons={template.buttons} /> : null}
        {forecast.data ? <ForecastPanel forecast={forecast.data} /> : null}
      </section>
    </div>
  );
}
