import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from '../src/app/theme.ts';

const ID = 'virtual:theme-variables.css';

/**
 * Writes the theme's CSS variables into the style sheet at build time. Mantine would otherwise add a style
 * element while the page runs, which a policy of `style-src 'self'` forbids.
 */
export function themeVariables(): Plugin {
  return {
    name: 'jangkau-theme-variables',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      return convertCssVariables(
        defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)),
        ':root',
      );
    },
  };
}
