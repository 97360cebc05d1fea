import { routes, routeUrl } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import styles from './letters.module.css';
import { lettersText } from './letters-text.ts';

/** A letter as it was issued, to be read, printed, or downloaded as the same PDF again. */
export function LetterPage() {
  const { id } = useParams({ from: '/office/pesiar/surat/$id' });
  const text = useText(lettersText);
  const format = useFormat();
  const found = useQuery(apiQuery('readPesiarLetter', { params: { id } }));
  if (found.isPending) return <Loading lines={12} />;
  if (found.error) return <ProblemPanel error={found.error} page onRetry={() => found.refetch()} />;
  const { letter, content } = found.data;
  return (
    <>
      <div className={styles.screenOnly}>
        <PageHeader
          kicker={<Link to="/pesiar/surat">{text.title}</Link>}
          title={letter.number}
          lede={text.issuedBy(format.dateTime(letter.at), letter.by)}
          actions={
            <div className={styles.acts}>
              <Button
                variant="default"
                leftSection={<IconPrinter size={17} aria-hidden />}
                onClick={() => window.print()}
              >
                {text.print}
              </Button>
              <Button
                component="a"
                href={routeUrl(routes.getPesiarLetter, { id })}
                download
                leftSection={<IconDownload size={17} aria-hidden />}
              >
                {text.pdf}
              </Button>
            </div>
          }
        />
      </div>
      <LetterSheet letter={content} />
    </>
  );
}
