/** How long an orderly stop may take before the process ends anyway. */
const PATIENCE_MS = 20_000;

/** Someone's wish that the program ends: a signal, or the end of the process that started it. */
export interface StopRequest {
  signal: AbortSignal;
  /** Resolves when the wish is there. */
  asked: Promise<void>;
}

/**
 * Listens for Ctrl-C, SIGTERM, a closed terminal and the end of the launcher. `onAsk` is called once, when
 * stopping begins; from then on a second signal (at least a second later), or waiting for 20 seconds, ends
 * the process at once.
 */
export function listenForStop(onAsk: () => void): StopRequest {
  const controller = new AbortController();
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let askedAt = 0;
  const ask = (): void => {
    if (askedAt > 0) {
      if (performance.now() - askedAt > 1000) process.exit(130);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    onAsk();
    controller.abort();
    resolve();
  };
  process.on('SIGINT', ask).on('SIGTERM', ask).on('SIGHUP', ask).on('disconnect', ask);
  // The channel to the launcher is only there to notice its end.
  process.channel?.unref();
  return { signal: controller.signal, asked };
}
