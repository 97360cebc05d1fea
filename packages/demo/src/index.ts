export * from './generate-branch.ts';
export { fullSize } from './places/branch-places.ts';
export * from './village-files/write-messy-village-files.ts';
