import { defaultConversationSettings } from '../conversation/conversation.ts';
import { allFlows } from './all-flows.ts';

/** One answer of a request as a person reads it. */
export interface ReadAnswer {
  readonly label: string;
  readonly value: string;
}

/** The answers of a request in words: what was asked, and what was chosen or typed. Steps that only lead on are left out. */
export function readAnswers(service: string, answers: Readonly<Record<string, string>>): ReadAnswer[] {
  const flows = allFlows.filter((flow) =>
    Object.values(flow.steps).some((step) => step.kind === 'record' && step.service === service),
  );
  const view = {
    answers,
    facts: null,
    today: '',
    recorded: null,
    settings: defaultConversationSettings,
  };
  return Object.entries(answers).flatMap(([key, given]) => {
    const step = flows.map((flow) => flow.steps[key]).find((one) => one !== undefined);
    if (!step || !('label' in step) || !step.label) return [];
    const chosen = step.kind === 'choose' ? step.options(view).find(({ id }) => id === given) : undefined;
    return [{ label: step.label, value: chosen?.title ?? given }];
  });
}
