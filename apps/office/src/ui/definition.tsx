import { Popover } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { definitionsText } from '../method/definitions-text.ts';
import { useText } from '../text/language-context.tsx';
import styles from './definition.module.css';
import { uiText } from './ui-text.ts';

export type DefinitionKey = keyof (typeof definitionsText)['id'];

/** A "?" that opens what a figure means, how it is counted and what it does not say. */
export function Definition({ of: key }: { of: DefinitionKey }) {
  const definition = useText(definitionsText)[key];
  const text = useText(uiText);
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus={false} withRoles>
      <Popover.Target>
        <button type="button" className={styles.mark} aria-label={text.definitionOf(definition.name)}>
          ?
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.card}>
        <strong>{definition.name}</strong>
        <p>{definition.meaning}</p>
        <Link to="/metode" hash={key}>
          {text.readMore}
        </Link>
      </Popover.Dropdown>
    </Popover>
  );
}
