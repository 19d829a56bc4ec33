/**
 * Finds elements by role and name inside a page. The drivers' own look-up takes Firefox half a
 * second.
 */
import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

/**
 * The first element of the page, in the order of the document, with this role and name that a
 * screen reader is told of.
 */
export function findByRole(role: string, name: string): Element | null {
  for (const element of document.querySelectorAll('*')) {
    if (getRole(element) !== role || computeAccessibleName(element) !== name) continue;
    if (!isInaccessible(element)) return element;
  }
  return null;
}
