import type { LetterContent } from '@jangkau/contracts';
import { useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import styles from './letters.module.css';
import { lettersText } from './letters-text.ts';

type Block = LetterContent['body'][number];

/** A letter as it stands on paper: the same parts as its PDF, in Indonesian as it is sent. */
export function LetterSheet({ letter }: { letter: LetterContent }) {
  const text = useText(lettersText);
  const { head, body } = letter;
  const at = body.findIndex(({ type }) => type === 'attachment');
  const inside = at < 0 ? body : body.slice(0, at);
  const attached = at < 0 ? [] : body.slice(at);
  return (
    <article className={styles.sheet} lang="id">
      <header className={styles.head}>
        <strong>{head.organisation}</strong>
        <span>{head.office}</span>
        {head.address ? <small>{head.address}</small> : null}
      </header>
      <div className={styles.first}>
        <dl className={styles.facts}>
          {(['number', 'nature', 'attachments', 'subject'] as const).map((field) => (
            <div key={field}>
              <dt>{text.field[field]}</dt>
              <dd>{letter[field]}</dd>
            </div>
          ))}
        </dl>
        <p>
          {head.place}, {letter.date}
        </p>
      </div>
      <p className={styles.recipient}>{[text.to, ...letter.recipient].join('\n')}</p>
      <Blocks blocks={inside} number={letter.number} />
      <p className={styles.signatory}>{head.signatory}</p>
      {letter.copies.length > 0 ? (
        <div>
          {text.copies}:
          <ol>
            {letter.copies.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </div>
      ) : null}
      <Blocks blocks={attached} number={letter.number} />
    </article>
  );
}

/** The parts never change while they are shown: their place names them. */
function Blocks({ blocks, number }: { blocks: readonly Block[]; number: string }) {
  return blocks.map((block, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <BlockView key={i} block={block} number={number} />
  ));
}

function BlockView({ block, number }: { block: Block; number: string }) {
  const text = useText(lettersText);
  switch (block.type) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'attachment':
      return (
        <div className={styles.attachment}>
          <small>{text.attachment(number)}</small>
          <h3>{block.title}</h3>
        </div>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
            <li key={i}>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.rows.map(([what, how]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return (
        <ScrollBox label={block.head.join(', ')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are numbered
                <tr key={i}>
                  {row.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have their place
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      );
  }
}
