import { type CasePhoto, routes, routeUrl } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

interface CasePhotosProps {
  caseId: string;
  photos: readonly CasePhoto[];
  /** Hash of the picture that is the signature. */
  signature?: string | null;
}

/** Photographs and signatures of a case. Nothing is fetched before it is asked for: each look is recorded. */
export function CasePhotos({ caseId, photos, signature }: CasePhotosProps) {
  const text = useText(pesiarText);
  const format = useFormat();
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <p>
        <Button variant="default" onClick={() => setShown(true)}>
          {text.showPhotos(format.integer(photos.length))}
        </Button>
      </p>
    );
  return (
    <ul className={styles.photos}>
      {photos.map(({ sha256, addedBy, size }, i) => {
        const address = routeUrl(routes.getCaseAttachment, { caseId, sha256 });
        const name = sha256 === signature ? text.signature : text.photoOf(format.integer(i + 1));
        return (
          <li key={sha256}>
            <a href={address} target="_blank" rel="noreferrer">
              <img src={address} alt={name} loading="lazy" />
            </a>
            <small className={styles.small}>
              {name}, {addedBy}, {format.bytes(size)}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
