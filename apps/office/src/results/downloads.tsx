import { type RunFileName, routes, routeUrl } from '@jangkau/contracts';
import { useText } from '../text/language-context.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

/** The files a mapping wrote. */
export function Downloads({ runId }: { runId: string }) {
  const text = useText(resultsText);
  return (
    <section className={styles.section}>
      <h2>{text.downloads}</h2>
      <p className={styles.lede}>{text.downloadsWarn}</p>
      <ul className={styles.downloads}>
        {(Object.keys(text.files) as Array<keyof typeof text.files & RunFileName>).map((name) => (
          <li key={name}>
            <a
              href={routeUrl(routes.getRunFile, { id: runId, name })}
              {...(name.endsWith('.html') ? { target: '_blank', rel: 'noreferrer' } : { download: name })}
            >
              {text.files[name]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
