/** Where to go after sign-in: a path of this app only, so that a link cannot send the officer elsewhere. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.startsWith('/\\')) return '/';
  return next.startsWith('/masuk') ? '/' : next;
}
