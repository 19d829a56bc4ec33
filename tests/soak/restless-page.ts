/** Pages that change without end, as feeds, streams and the scripts of others make them. */

/**
 * A page that shows `titles` in turn among other text, and changes some twenty times a second:
 * posts come and go, a text is written letter by letter, and another script wraps words in
 * elements. `globalThis.longest` is the longest time between two turns of the page, in
 * milliseconds, since it was last set to zero.
 */
export function restlessPage(titles: readonly string[]): string {
  return `<!doctype html><title>Feed</title><body><p id="stream"></p><main></main><script>
const titles = ${JSON.stringify(titles).replaceAll('<', '\\u003c')};
const feed = document.querySelector('main');
const stream = document.querySelector('#stream');
globalThis.longest = 0;
let turn = 0;
let last = performance.now();
setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
}, 4);
setInterval(() => {
  const title = titles[turn++ % titles.length];
  feed.insertAdjacentHTML('afterbegin', '<article><h2></h2><p>Something else is said here, of no paper at all.</p></article>');
  feed.querySelector('h2').textContent = turn % 3 ? title : 'A post about the weather of that day';
  if (feed.children.length > 60) feed.lastElementChild.remove();
  stream.textContent = turn % 80 ? stream.textContent + title.slice(turn % 7, turn % 7 + 3) : '';
  const text = feed.children[5]?.querySelector('p');
  if (text) text.innerHTML = text.textContent.replace(/\\bpaper\\b/, '<b>$&</b>');
}, 50);
</script>`;
}
