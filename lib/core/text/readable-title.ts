/**
 * Titles for display: remnants of TeX become the characters that they stand for. Ids and folds stay
 * the same.
 */

import { greekLetters } from './greek.ts';

const RAISED: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()ni'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'[i] as string]),
);
const LOWERED: Record<string, string> = Object.fromEntries(
  [...'0123456789'].map((digit, i) => [digit, '₀₁₂₃₄₅₆₇₈₉'[i] as string]),
);

/** Commands whose backslashes titles have lost, if nothing else can be meant. */
const BARE: [RegExp, string][] = [
  [/(?<![\p{L}\p{N}\\])ell(?=[_^])/gu, 'ℓ'],
  [/(?<![\p{L}\p{N}\\])infty(?![\p{L}\p{N}])/gu, '∞'],
];
const COMMANDS: Record<string, string> = {
  ell: 'ℓ',
  infty: '∞',
  ...greekLetters,
  times: '×',
  nabla: '∇',
  partial: '∂',
};

/**
 * `S^{2}FT` as "S²FT", `ell_p` as "ℓ_p", `$\alpha$` as "α". What has no character of its own stays
 * as it is.
 */
export function readableTitle(title: string): string {
  if (!/[\\^_{}$]|infty/.test(title)) return title;
  let text = title.replace(/\\([A-Za-z]+)(?![A-Za-z]) ?/g, (command, name: string) => COMMANDS[name] ?? command);
  for (const [pattern, sign] of BARE) text = text.replace(pattern, sign);
  return text
    .replace(
      /\^(?:\{([^{}]*)\}|(\d))/g,
      (written, group?: string, digit?: string) => inSigns(group ?? digit ?? '', RAISED) ?? written,
    )
    .replace(
      /_(?:\{([^{}]*)\}|(\d)(?!\d))/g,
      (written, group?: string, digit?: string) => inSigns(group ?? digit ?? '', LOWERED) ?? written,
    )
    .replace(/_\{(\p{L})\}/gu, '_$1')
    .replace(/\$([^$]*)\$/g, '$1')
    .replace(/(?<!\\[A-Za-z]*|[\^_])\{([^{}]*)\}/g, '$1');
}

function inSigns(text: string, signs: Record<string, string>): string | undefined {
  const all = [...text].map((sign) => signs[sign]);
  return all.length > 0 && all.every((sign) => sign !== undefined) ? all.join('') : undefined;
}
