import type { FigureDefinition, MonthFigures } from '@jangkau/contracts';
import { caseCountNames } from '@jangkau/pesiar';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figures } from '../ui/figure.tsx';
import table from '../ui/table.module.css';
import { Explain, FigureCard } from './figure-card.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';

interface UsePanelProps {
  view: MonthFigures;
  meant: (id: string) => FigureDefinition | undefined;
}

/** Uses of care and PESIAR cases of the month, side by side. */
export function UsePanel({ view, meant }: UsePanelProps) {
  const text = useText(figuresText);
  const format = useFormat();
  const { language } = useLanguage();
  const { use, cases, snapshot } = view;
  const contact = view.figures.find(({ id }) => id === 'contact-rate');
  return (
    <div className={styles.two}>
      <section className={styles.section}>
        <h2>{text.use}</h2>
        {use ? (
          <>
            <Figures>
              <FigureCard
                name={text.useTotal}
                value={format.integer(use.total)}
                note={text.perDay(format.decimal(use.perDay, 1), format.integer(use.days))}
                explanation={{ definition: meant('uses'), snapshot }}
              />
              {contact ? (
                <FigureCard
                  name={text.contacts}
                  value={contact.ratio === null ? '–' : `${format.decimal(contact.ratio * 1000, 1)} ‰`}
                  note={text.contactNote(
                    format.integer(contact.numerator.value),
                    format.integer(contact.denominator.value),
                  )}
                  explanation={{ definition: meant('contact-rate'), figure: contact, snapshot }}
                />
              ) : null}
            </Figures>
            <table className={table.table}>
              <tbody>
                {use.parts.map(({ id, uses }) => (
                  <tr key={id}>
                    <td>{text.useParts[id]}</td>
                    <td className={table.number}>{format.integer(uses)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        ) : (
          <p className={styles.why}>{text.noUse}</p>
        )}
      </section>
      <section className={styles.section}>
        <h2>
          {text.cases} <Explain name={text.cases} definition={meant('pesiar')} snapshot={snapshot} />
        </h2>
        {cases.length > 0 ? (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{text.outcome}</th>
                <th scope="col" className={table.number}>
                  {text.caseCount}
                </th>
              </tr>
            </thead>
            <tbody>
              {cases.map(({ id, cases: n }) => (
                <tr key={id}>
                  <td>{caseCountNames[id]?.[language] ?? id}</td>
                  <td className={table.number}>{format.integer(n)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className={styles.why}>{text.noCases}</p>
        )}
      </section>
    </div>
  );
}
