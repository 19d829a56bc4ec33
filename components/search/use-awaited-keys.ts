import { useLayoutEffect, useRef } from 'preact/hooks';

/** Keys in a search box that act on its results. */
export type AnswerKey = 'open' | 'save' | 'walk';

/** Keys that may be pressed before their results are there. */
export interface AwaitedKeys {
  /** Acts on a key now, or as soon as the results are there. */
  press(key: AnswerKey): void;
  /** Drops waiting keys, since the query has changed. */
  forget(): void;
}

/** Queues keys until the results of the current query are there (`isAnswered`). */
export function useAwaitedKeys(isAnswered: boolean, act: (key: AnswerKey) => void): AwaitedKeys {
  const waiting = useRef<AnswerKey[]>([]);
  useLayoutEffect(() => {
    if (isAnswered) for (const key of waiting.current.splice(0)) act(key);
  });
  return {
    press: (key) => {
      if (isAnswered) act(key);
      else waiting.current.push(key);
    },
    forget: () => {
      waiting.current = [];
    },
  };
}
