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

/**
 * The roles and names of all elements that have one of these roles, as a screen reader is told;
 * without those in or of what `except` selects.
 */
export function namesByRole(roles: string[], except: string): { role: string; name: string }[] {
  return [...document.querySelectorAll('*')]
    .map((element) => ({ element, role: getRole(element) ?? '' }))
    .filter(({ element, role }) => roles.includes(role) && !element.closest(except) && !isInaccessible(element))
    .map(({ element, role }) => ({ role, name: computeAccessibleName(element) }));
}
