/** Where a mark stands on the screen. */

/** Whether the point at `x`, `y` of the window is on the range, or not more than `slack` beside it. */
export function isOn(range: Range, x: number, y: number, slack = 0): boolean {
  for (const { left, top, right, bottom } of range.getClientRects()) {
    if (x >= left - slack && x < right + slack && y >= top - slack && y < bottom + slack) return true;
  }
  return false;
}
