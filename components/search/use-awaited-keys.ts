import { useLayoutEffect, useRef } from 'preact/hooks';

/** Keys in a search box that mean its answer. */
export type AnswerKey = 'open' | 'save' | 'walk';

/** Keys that may come before the answer that they are meant for. */
export interface AwaitedKeys {
  /** Does at once what a key asks for, or as soon as the answer is there. */
  press(key: AnswerKey): void;
  /** They are not meant any more: something else is asked. */
  forget(): void;
}

/**
 * Holds keys back until the answer to what is in the box is there (`isAnswered`), and does them
 * then, in their order.
 */
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
