import { writeFileSync } from 'node:fs';
import { accessPage } from '@jangkau/access';

// Writes docs/access.md from the matrix.
writeFileSync(new URL('../docs/access.md', import.meta.url), accessPage());
