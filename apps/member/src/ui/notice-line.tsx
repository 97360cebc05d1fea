import type { OwnNotice } from '@jangkau/contracts';
import { formatRupiah } from '@jangkau/kernel';
import { dayText, LanguageContext, linkTo, useSay } from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { useOwn } from '../app/own-context.ts';
import { spoken } from './names.ts';

/** One piece of news, with where it leads. */
export function NoticeLine({ notice }: { notice: OwnNotice }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const { home } = useOwn();
  const name = spoken(home.family.find(({ memberId }) => memberId === notice.memberId)?.name ?? '');
  const on = dayText(notice.on, language);
  const amount = notice.amount === null ? '' : formatRupiah(notice.amount);
  const [text, place] = {
    'bill-due': [
      say(`Tagihan bulan ini ${amount}, jatuh tempo ${on}`, `This month's bill ${amount}, due ${on}`),
      'bills',
    ],
    'stage-due': [
      say(`Tahap REHAB ${amount}, paling lambat ${on}`, `REHAB stage ${amount}, by ${on}`),
      'rehab',
    ],
    'active-again': [
      say(`Kartu ${name} aktif kembali sejak ${on}`, `The card of ${name} is active again since ${on}`),
      'card',
    ],
    'request-done': [
      say(`Permohonan Anda dari ${on} sudah dijawab`, `Your request of ${on} was answered`),
      'requests',
    ],
  }[notice.kind] as [string, string];
  return (
    <li>
      <a class={`card news ${notice.kind}`} href={linkTo(place)}>
        {text}
      </a>
    </li>
  );
}
