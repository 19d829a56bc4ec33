/** The browser's words for unit tests, which run in none: English, from the file that ships. */
import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

const file = resolve(import.meta.dirname, '../../lib/words/en.json');
const messages = generateChromeMessages(await parseMessagesFile(file));
const i18n = { getMessage: (key: string) => messages[key]?.message ?? '', getUILanguage: () => 'en-US' };
Object.assign(globalThis, { chrome: { ...Reflect.get(globalThis, 'chrome'), i18n } });
