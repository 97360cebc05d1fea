import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { definitionsText } from './definitions-text.ts';
import styles from './method-page.module.css';
import { methodText } from './method-text.ts';

/** How the mapping works and what every figure means, in plain words. */
export function MethodPage() {
  const text = useText(methodText);
  const definitions = useText(definitionsText);
  return (
    <div className={styles.page}>
      <PageHeader title={text.title} lede={text.lede} />
      <ol className={styles.steps}>
        {text.steps.map((step) => (
          <li key={step.title}>
            <h2>{step.title}</h2>
            <p>{step.words}</p>
          </li>
        ))}
      </ol>
      <h2 className={styles.heading}>{text.definitions}</h2>
      <dl className={styles.definitions}>
        {Object.entries(definitions).map(([key, definition]) => (
          <div key={key} id={key} className={styles.entry}>
            <dt>{definition.name}</dt>
            <dd>
              <p>{definition.meaning}</p>
              <p className={styles.caution}>{definition.caution}</p>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
