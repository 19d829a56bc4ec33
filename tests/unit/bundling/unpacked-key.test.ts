import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UNPACKED_KEY, withoutKey } from '../../../lib/bundling/unpacked-key.ts';

it('The key of unpacked builds is a public key', () => {
  expect(createPublicKey({ key: Buffer.from(UNPACKED_KEY, 'base64'), format: 'der', type: 'spki' }).type).toBe(
    'public',
  );
});

it('A package for stores has no key, and the build in its folder gets it back afterwards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-'));
  const path = join(folder, 'manifest.json');
  const whole = JSON.stringify({ name: 'Paperlight', key: UNPACKED_KEY, version: '1' });
  writeFileSync(path, whole);
  const putBack = withoutKey(folder);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ name: 'Paperlight', version: '1' });
  putBack();
  expect(readFileSync(path, 'utf8')).toBe(whole);
  rmSync(folder, { recursive: true });
});
