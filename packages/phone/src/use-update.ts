import { useEffect, useState } from 'preact/hooks';

/** What takes a newer version of the app into use; undefined while there is none. */
export function useUpdate(): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    void navigator.serviceWorker?.getRegistration(import.meta.env.BASE_URL).then((registration) => {
      setWaiting(registration?.waiting ?? null);
      registration?.update().catch(() => undefined);
    });
  }, []);
  if (!waiting) return undefined;
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take-over');
  };
}
