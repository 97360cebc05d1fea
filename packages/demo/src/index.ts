export * from './generate-branch.ts';
export { fullSize } from './places/branch-places.ts';
