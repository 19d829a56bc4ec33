import { describe, expect, it } from 'vitest';
import { matchesPattern, PatternError, parsePattern } from '../../../../lib/extension/browser/site-pattern.ts';
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
  ])('%s, and the page %s: %s', (pattern, address, matches) => {
    expect(matchesPattern(parsePattern(pattern), address)).toBe(matches);
  });

  it.each([
    [' Example.ORG ', 'example.org'],
    ['https://example.org/', 'example.org'],
    ['http://arxiv.org/list/*', 'arxiv.org/list/*'],
    ['*.Bücher.example', '*.xn--bcher-kva.example'],
    ['localhost', 'localhost'],
  ])('is read from "%s" as "%s"', (typed, pattern) => expect(parsePattern(typed)).toBe(pattern));

  it.each([
    ['', 'Nothing is written here. Write a site, such as example.org.'],
    ['a.org b.org', 'At character 6 is a space. Write one site at a time, without spaces.'],
    ['ftp://a.org', '“ftp://” is no address of a web page, and only those are marked. Leave it out.'],
    ['*', '“*” alone would be every site. Choose “Nowhere” or “Only when I ask” for that.'],
    ['www.*.org', 'At character 5 is a “*”. In a site’s name it can only come first, before a dot: *.example.org.'],
    [
      'https://*a.org',
      'At character 9 is a “*”. In a site’s name it can only come first, before a dot: *.example.org.',
    ],
    ['/path', 'At character 1 a site’s name is missing. Write one, such as example.org/path/*.'],
    ['https:///x', 'At character 9 a site’s name is missing. Write one, such as example.org/path/*.'],
    ['a.org:8080/x', 'At character 6 begins a port. A site has the same switch on all ports: leave out “:8080”.'],
    ['a..org', '“a..org” is no site’s name. Write it as in the address bar: example.org.'],
    ['me@a.org', '“me@a.org” is no site’s name. Write it as in the address bar: example.org.'],
    ['a,b.org', '“a,b.org” is no site’s name. Write it as in the address bar: example.org.'],
  ])('is refused where it is none: "%s"', (typed, message) => {
    expect(() => parsePattern(typed)).toThrow(new PatternError(message));
  });

  it('with many stars takes no time', () => {
    const start = cpuTime();
    const pattern = `example.org/${'*a'.repeat(200)}b`;
    expect(matchesPattern(pattern, `https://example.org/${'a'.repeat(5000)}`)).toBe(false);
    expect(cpuTime() - start).toBeLessThan(100);
  });
});
