import fc from 'fast-check';

/**
 * Property tests draw the same cases every time, so that a change is judged by what it changed and not by luck.
 * `JANGKAU_PROPERTY_SEED=random npm test` looks for new cases; a failure names its seed.
 */
const asked = process.env.JANGKAU_PROPERTY_SEED ?? '20240901';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
