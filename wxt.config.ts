import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const pages = ['http://*/*', 'https://*/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()] }),
  manifest: {
    name: 'Paperlight',
    description: 'Search trending machine-learning papers, keep a reading list, and see known titles on the pages you read.',
    permissions: ['storage', 'scripting'],
    host_permissions: pages,
    minimum_chrome_version: '120',
    browser_specific_settings: { gecko: { id: 'paperlight@paperlight.invalid', strict_min_version: '140.0' } },
  },
});
