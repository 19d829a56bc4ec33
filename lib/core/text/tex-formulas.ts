/** The formulas that TeX can typeset. */

const GREEK =
  'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega ' +
  'Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega';
const SYMBOLS =
  '∞ infty ℓ ell ∂ partial ∇ nabla ∑ sum ∏ prod ∫ int √ surd ≈ approx ≤ leq ≥ geq ≪ ll ≫ gg ≠ neq ≡ equiv ≃ simeq ∼ sim ∝ propto ∈ in ∉ notin ∋ ni ⊂ subset ⊆ subseteq ⊃ supset ⊇ supseteq ∪ cup ∩ cap ∅ emptyset ' +
  '∀ forall ∃ exists ¬ neg ∧ wedge ∨ vee ⊕ oplus ⊗ otimes ⊥ perp ∥ parallel ⋅ cdot ∘ circ ⋆ star ★ star ∗ ast → to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow ' +
  'ℏ hbar ℜ Re ℑ Im ℵ aleph ⟨ langle ⟩ rangle ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ‖ Vert ′ prime − - ';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Characters that TeX has a math command for, with that command. Those of common packages are not
 * included.
 */
export const formulas: ReadonlyMap<string, string> = new Map([
  ...pairs(`${GREEK} ${SYMBOLS}`),
  ...[...RAISED].map((digit, i): [string, string] => [digit, `^{${i}}`]),
  ...[...LOWERED].map((digit, i): [string, string] => [digit, `_{${i}}`]),
]);

/** The longest formula that is parsed. */
const MAX_FORMULA_LENGTH = 300;
const COMMANDS = new Set([
  ...[...formulas.values()].filter((command) => command.startsWith('\\')).map((command) => command.slice(1)),
  ...'times pm mp cdot cdots ldots dots le ge ne log exp max min sup inf lim det dim ker Pr quad'.split(' '),
]);
const FONTS = new Set('mathrm mathbf mathit mathsf mathtt mathcal hat bar tilde vec overline sqrt'.split(' '));

/** Whether TeX typesets a text as a formula without a package and without a complaint. */
export function isFormula(text: string): boolean {
  if (text.trim() === '' || text.length > MAX_FORMULA_LENGTH) return false;
  const tokens = text.match(/\\[A-Za-z]+|\\[^A-Za-z]?|[^\\]/g) ?? [];
  let at = 0;
  const group = (): boolean => {
    if (tokens[at] !== '{') return false;
    at++;
    if (!formula() || tokens[at] !== '}') return false;
    at++;
    return true;
  };
  const atom = (): boolean => {
    const token = tokens[at] ?? '';
    if (token === '{') return group();
    at++;
    if (token.startsWith('\\')) {
      const command = token.slice(1);
      return FONTS.has(command) ? group() : COMMANDS.has(command) || /^[,;:!{}]$/.test(command);
    }
    return /^[A-Za-z0-9.,:;!'()[\]|/*+=<>-]$/.test(token);
  };
  const formula = (): boolean => {
    let scripts = '';
    while (at < tokens.length && tokens[at] !== '}') {
      const token = tokens[at] as string;
      if (token === ' ') at++;
      else if (token === '_' || token === '^') {
        // TeX allows one of each on a letter.
        if (scripts.includes(token)) return false;
        scripts += token;
        at++;
        if (!atom()) return false;
      } else {
        scripts = token === "'" ? '^' : '';
        if (!atom()) return false;
      }
    }
    return true;
  };
  return formula() && at === tokens.length;
}

/** "α alpha ∞ infty" as pairs of a character and its command. */
function pairs(list: string): [string, string][] {
  const words = list.trim().split(/\s+/);
  return words.flatMap((word, i): [string, string][] => {
    const name = words[i + 1] as string;
    return i % 2 ? [] : [[word, name === '-' ? '-' : `\\${name}`]];
  });
}
