/**
 * Judges what Mozilla's linter says of the built extension: `npm run lint:package`, after a build.
 * The linter is fetched for it, for it would be half of all dependencies. Fails for whatever has no
 * reason below, and for reasons that nothing needs any more.
 */
import { text } from 'node:stream/consumers';

/** As much of a finding as is judged here. */
interface Finding {
  code: string;
  file?: string;
  line?: number;
  message: string;
}

/** What may be found, and why it is right. */
const allowed = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/start-/,
    why: 'Preact’s dangerouslySetInnerHTML, which no component uses.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/markdown-/,
    why: 'decode-named-character-reference has the parser read the letters and digits of one entity in an element of no document.',
  },
];

const { errors, warnings, notices } = JSON.parse(await text(process.stdin)) as Record<string, Finding[]>;
const found = [errors, warnings, notices].flatMap((findings) => findings ?? []);
const reasonOf = ({ code, file = '' }: Finding): (typeof allowed)[number] | undefined =>
  allowed.find((each) => each.code === code && each.file.test(file));

for (const finding of found) {
  const reason = reasonOf(finding);
  if (!reason) process.exitCode = 1;
  console.log(
    `${reason ? '✓' : '✗'} ${finding.file ?? 'manifest.json'}:${finding.line ?? 0} ${finding.message} (${finding.code})`,
  );
  if (reason) console.log(`  ${reason.why}`);
}
for (const reason of allowed.filter((each) => !found.some((finding) => reasonOf(finding) === each))) {
  process.exitCode = 1;
  console.log(`✗ Nothing needs this reason any more: ${reason.why}`);
}
