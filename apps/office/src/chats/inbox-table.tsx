import type { ChatEntry } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { ageWords } from './age-words.ts';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';

/** Entries of the inbox, one a row; on a phone one a card. */
export function InboxTable({ items }: { items: readonly ChatEntry[] }) {
  const text = useText(chatsText);
  const format = useFormat();
  const now = Date.now();
  return (
    <ScrollBox label={text.title}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.waits}</th>
            <th scope="col">{text.promise}</th>
            <th scope="col">{text.officer}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.chat} ${item.number}`}>
              <td>
                <span className={styles.person}>
                  <Link to="/pandawa/percakapan/$chatId" params={{ chatId: item.chat }}>
                    {item.name ?? item.phone ?? text.unknown}
                  </Link>
                  {item.undeliverable ? <StateBadge tone="uncovered">{text.undeliverable}</StateBadge> : null}
                  <small className={styles.last}>
                    {item.name === null ? `${text.unknown}. ` : null}
                    {item.lastText || (item.lastIsFile ? text.sentFile : '')}
                  </small>
                </span>
              </td>
              <td data-label={text.what}>
                <span>
                  {text.services[item.service] ?? item.service}
                  {item.number ? <small className={styles.small}>{item.number}</small> : null}
                </span>
              </td>
              <td data-label={text.waits}>
                <time dateTime={item.since} title={format.dateTime(item.since)}>
                  {ageWords(item.since, now, text, format)}
                </time>
              </td>
              <td data-label={text.promise}>
                <Promised entry={item} />
              </td>
              <td data-label={text.officer}>
                {item.assignedName ?? item.assignedTo ?? <span className={table.muted}>{text.nobody}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Until when an answer was promised, and whether that is past. */
function Promised({ entry }: { entry: ChatEntry }) {
  const text = useText(chatsText);
  const format = useFormat();
  if (entry.dueAt === null) return <span className={styles.quiet}>{text.theirTurn}</span>;
  // A request is promised for a day, a talk for a minute.
  const when = entry.number
    ? format.shortDate(new Date(Date.parse(entry.dueAt) - 1).toISOString())
    : format.dateTime(entry.dueAt);
  return (
    <StateBadge tone={entry.over ? 'uncovered' : 'good'}>
      {entry.over ? text.isOver(when) : text.within(when)}
    </StateBadge>
  );
}
