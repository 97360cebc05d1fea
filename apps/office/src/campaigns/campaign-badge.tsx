import type { CampaignState } from '@jangkau/campaigns';
import { useText } from '../text/language-context.tsx';
import { type BadgeTone, StateBadge } from '../ui/state-badge.tsx';
import { campaignsText } from './campaigns-text.ts';

const tones: Record<CampaignState, BadgeTone> = {
  draft: 'plain',
  waiting: 'inactive',
  running: 'accent',
  paused: 'inactive',
  finished: 'good',
  cancelled: 'plain',
  returned: 'uncovered',
};

/** Where a campaign stands, in a word. */
export function CampaignBadge({ state }: { state: CampaignState }) {
  const text = useText(campaignsText);
  return <StateBadge tone={tones[state]}>{text.states[state]}</StateBadge>;
}
