import { describe, expect, it } from 'vitest';
import { matchesPattern, type PatternProblem, parsePattern } from '../../../../lib/extension/browser/site-pattern.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';

describe('A pattern of sites', () => {
  it.each([
    ['example.org', 'https://example.org/', true],
    ['example.org', 'http://example.org:8080/a?b#c', true],
    ['example.org', 'https://www.example.org/', false],
    ['example.org', 'https://example.org.evil.net/', false],
    ['*.example.org', 'https://a.b.example.org/x', true],
    ['*.example.org', 'https://example.org/', true],
    ['*.example.org', 'https://notexample.org/', false],
    ['example.org/path/*', 'https://example.org/path/to', true],
    ['example.org/path/*', 'https://example.org/path/', true],
    ['example.org/path/*', 'https://example.org/path', false],
    ['example.org/path/*', 'https://example.org/pathology', false],
    ['example.org/path', 'https://example.org/path?page=2', true],
    ['example.org/path', 'https://example.org/path/to', false],
    ['example.org/*/pdf/*.html', 'https://example.org/a/pdf/b.html', true],
    ['example.org/*/pdf/*.html', 'https://example.org/pdf/b.html', false],
    ['example.org/a*a', 'https://example.org/a', false],
    ['example.org/?q=*', 'https://example.org/?q=papers', true],
    ['*.example.org/x', 'https://www.example.org/x', true],
    ['127.0.0.1', 'http://127.0.0.1:5000/', true],
    ['[::1]', 'http://[::1]/', true],
    ['example.org', 'about:blank', false],
    ['example.org', 'no address', false],
  ])('%s matches the page %s: %s', (pattern, address, matches) => {
    expect(matchesPattern(parsePattern(pattern), address)).toBe(matches);
  });

  it.each([
    [' Example.ORG ', 'example.org'],
    ['https://example.org/', 'example.org'],
    ['http://arxiv.org/list/*', 'arxiv.org/list/*'],
    ['*.Bücher.example', '*.xn--bcher-kva.example'],
    ['localhost', 'localhost'],
  ])('is read from "%s" as "%s"', (typed, pattern) => expect(parsePattern(typed)).toBe(pattern));

  it.each<[typed: string, problem: PatternProblem]>([
    ['', { what: 'empty' }],
    ['a.org b.org', { what: 'space', at: 6 }],
    ['ftp://a.org', { what: 'scheme', scheme: 'ftp' }],
    ['*', { what: 'every-site' }],
    ['www.*.org', { what: 'star', at: 5 }],
    ['https://*a.org', { what: 'star', at: 9 }],
    ['/path', { what: 'no-host', at: 1 }],
    ['https:///x', { what: 'no-host', at: 9 }],
    ['a.org:8080/x', { what: 'port', at: 6, port: ':8080' }],
    ['a..org', { what: 'no-name', name: 'a..org' }],
    ['me@a.org', { what: 'no-name', name: 'me@a.org' }],
    ['a,b.org', { what: 'no-name', name: 'a,b.org' }],
  ])('is refused if invalid: "%s"', (typed, problem) => {
    expect(() => parsePattern(typed)).toThrow(expect.objectContaining({ problem }));
  });

  it('with many stars is matched quickly', () => {
    const start = cpuTime();
    const pattern = `example.org/${'*a'.repeat(200)}b`;
    expect(matchesPattern(pattern, `https://example.org/${'a'.repeat(5000)}`)).toBe(false);
    expect(cpuTime() - start).toBeLessThan(100);
  });
});
