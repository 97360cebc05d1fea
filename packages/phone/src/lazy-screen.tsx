import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen that is loaded when it is first shown: the list opens without waiting for the forms. */
export function lazyScreen<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  return function LazyScreen(props: Props) {
    const [Screen, setScreen] = useState<FunctionComponent<Props> | undefined>(() => loaded);
    useEffect(() => {
      if (Screen) return;
      void load().then((screen) => {
        loaded = screen;
        setScreen(() => screen);
      });
    }, [Screen]);
    return Screen ? <Screen {...props} /> : <p class="wait">...</p>;
  };
}
