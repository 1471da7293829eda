// Makes the fonts that a style sheet names out of the npm package of Inter: node font.mjs SHEET DIRECTORY.
// The sheet's @font-face rules say which: `inter-latin.woff2` is the package's file of that name with the characters of
// `unicode-range` and the weights of `font-weight`. Everything that letters can do stays: figures of one width, say.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subset from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const [sheet, directory] = process.argv.slice(2);

/** The characters of `U+0-FF, U+131`. */
function characters(range) {
  return range
    .split(',')
    .map((part) => {
      const [first, last = first] = part.trim().slice(2).split('-').map((code) => parseInt(code, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, place) => first + place));
    })
    .join('');
}

const rules = (await readFile(sheet, 'utf8')).match(/@font-face\s*\{[^}]*url\([^}]*\}/g) ?? [];
for (const rule of rules) {
  const [, file, name] = /url\("((.+?)\.woff2)"\)/.exec(rule);
  const [, min, max] = /font-weight:\s*(\d+)\s+(\d+)/.exec(rule);
  const [, range] = /unicode-range:\s*([^;]+);/.exec(rule);
  const whole = await readFile(resolve(`@fontsource-variable/inter/files/${name}-wght-normal.woff2`));
  const weights = { min: Number(min), max: Number(max), default: Number(min) };
  const font = await subset(whole, characters(range), { targetFormat: 'woff2', variationAxes: { wght: weights } });
  await writeFile(join(directory, file), font);
}
