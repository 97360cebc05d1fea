/**
 * An abort signal that follows Ctrl-C and SIGTERM. The first one asks the work to stop; from a second on, at
 * least a second later, the process ends at once with code 130.
 */
export function cancelSignal(): AbortSignal {
  const controller = new AbortController();
  let askedAt = 0;
  const ask = (): void => {
    if (controller.signal.aborted && performance.now() - askedAt > 1000) process.exit(130);
    askedAt ||= performance.now();
    controller.abort();
  };
  process.on('SIGINT', ask).on('SIGTERM', ask).on('disconnect', ask);
  // Listening on the channel to an older Node's process must not keep this one alive when its work is done.
  process.channel?.unref();
  return controller.signal;
}
