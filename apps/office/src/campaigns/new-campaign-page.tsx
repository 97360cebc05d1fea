import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StepList } from '../ui/step-list.tsx';
import { AudienceStep } from './audience-step.tsx';
import { type CampaignDraft, type CampaignStep, campaignSteps, newDraft } from './campaign-draft.ts';
import { campaignsText } from './campaigns-text.ts';
import { CheckStep } from './check-step.tsx';
import { MessageStep } from './message-step.tsx';
import { PlanStep } from './plan-step.tsx';

/** From an audience to a campaign that waits for approval, in four steps. */
export function NewCampaignPage() {
  const text = useText(campaignsText);
  const search = useSearch({ from: '/office/kampanye/baru' });
  const [draft, setDraft] = useState<CampaignDraft>(() => newDraft(search));
  const [step, setStep] = useState<CampaignStep>('audience');
  const open: Record<CampaignStep, boolean> = {
    audience: true,
    message: true,
    plan: draft.templateId !== null,
    check: draft.templateId !== null && draft.name.trim().length >= 3,
  };
  const go = (to: CampaignStep) => {
    setStep(to);
    window.scrollTo({ top: 0 });
  };
  const props = {
    draft,
    change: (part: Partial<CampaignDraft>) => setDraft((old) => ({ ...old, ...part })),
    onGo: go,
  };
  return (
    <>
      <PageHeader kicker={<Link to="/kampanye">{text.title}</Link>} title={text.newOne} />
      <StepList
        label={text.stepOf}
        current={step}
        steps={campaignSteps.map((id) => ({ id, label: text.steps[id], open: open[id] }))}
        onGo={go}
      />
      {step === 'audience' ? <AudienceStep {...props} /> : null}
      {step === 'message' ? <MessageStep {...props} /> : null}
      {step === 'plan' ? <PlanStep {...props} /> : null}
      {step === 'check' ? <CheckStep {...props} /> : null}
    </>
  );
}
