import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep sea green, the one accent. Shade 8 on white 7.9:1; shade 3 on the dark surface 8.4:1. */
const jangkau: MantineColorsTuple = [
  '#e6f2f1',
  '#cfe4e3',
  '#a3cdcb',
  '#72b8b6',
  '#45a09f',
  '#23888a',
  '#137478',
  '#0b666b',
  '#0b5a60',
  '#08474c',
];

/** Greys that lean toward the accent, so that the dark scheme is not a foreign black. */
const dark: MantineColorsTuple = [
  '#dfe8e5',
  '#c3cfcb',
  '#a3b2ad',
  '#6f807b',
  '#344541',
  '#293835',
  '#1a2624',
  '#141e1d',
  '#0f1716',
  '#0a1110',
];

/** What Mantine draws with. Own components read the tokens of tokens.css instead. */
export const theme = createTheme({
  primaryColor: 'jangkau',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: { jangkau, dark },
  black: '#13211f',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Open Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Roboto Mono", "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
  components: {
    // Locking the scroll adds a style element, which the content security policy forbids.
    Modal: { defaultProps: { lockScroll: false, centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Drawer: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.45 } } },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});
