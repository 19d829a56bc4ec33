import { t } from './words.ts';

const statusWords = {
  'to-read': 'statuses.toRead',
  reading: 'statuses.reading',
  read: 'statuses.read',
} as const;

/** What a reading status is called. */
export function statusWord(status: keyof typeof statusWords): string {
  return t(statusWords[status]);
}
