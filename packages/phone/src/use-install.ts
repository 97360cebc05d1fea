import { useEffect, useState } from 'preact/hooks';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let kept: InstallPrompt | undefined;
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  kept = event as InstallPrompt;
  dispatchEvent(new Event('jangkau-installable'));
});

/** Whether the app is installed, and how to install it where the browser offers that. */
export function useInstall(): { installed: boolean; install: (() => Promise<unknown>) | undefined } {
  const [prompt, setPrompt] = useState(kept);
  useEffect(() => {
    const look = () => setPrompt(kept);
    addEventListener('jangkau-installable', look);
    return () => removeEventListener('jangkau-installable', look);
  }, []);
  const installed = matchMedia('(display-mode: standalone)').matches;
  return { installed, install: prompt && (() => prompt.prompt()) };
}
