// How text is typed on a keyboard with the layout that the machine has: which place on it, and what is held.

const SHIFT = [0xffe1, 'ShiftLeft'];
const ALT_GR = [0xfe03, 'AltRight'];
const SPACE = [0x20, 'Space'];
const CONTROLS = { '\n': [0xff0d, 'Enter'], '\t': [0xff09, 'Tab'], ' ': SPACE };

/** Places of the letters, in the order of the alphabet; `moved` are those that a layout has elsewhere. */
function letters(moved = {}) {
  const place = (letter) => [moved[letter] ?? `Key${letter.toUpperCase()}`, letter + letter.toUpperCase()];
  return Array.from('abcdefghijklmnopqrstuvwxyz', place);
}

/** What stands on each place: alone, with Shift, with AltGr. */
const LAYOUTS = {
  us: [
    ...letters(),
    ['Backquote', '`~'], ['Digit1', '1!'], ['Digit2', '2@'], ['Digit3', '3#'], ['Digit4', '4$'], ['Digit5', '5%'],
    ['Digit6', '6^'], ['Digit7', '7&'], ['Digit8', '8*'], ['Digit9', '9('], ['Digit0', '0)'], ['Minus', '-_'],
    ['Equal', '=+'], ['BracketLeft', '[{'], ['BracketRight', ']}'], ['Backslash', '\\|'], ['Semicolon', ';:'],
    ['Quote', '\'"'], ['Comma', ',<'], ['Period', '.>'], ['Slash', '/?'],
  ],
  de: [
    ...letters({ y: 'KeyZ', z: 'KeyY' }),
    ['Backquote', '^°'], ['Digit1', '1!'], ['Digit2', '2"²'], ['Digit3', '3§³'], ['Digit4', '4$'], ['Digit5', '5%'],
    ['Digit6', '6&'], ['Digit7', '7/{'], ['Digit8', '8(['], ['Digit9', '9)]'], ['Digit0', '0=}'], ['Minus', 'ß?\\'],
    ['Equal', '´`'], ['BracketLeft', 'üÜ'], ['BracketRight', '+*~'], ['Backslash', '#\''], ['Semicolon', 'öÖ'],
    ['Quote', 'äÄ'], ['IntlBackslash', '<>|'], ['Comma', ',;'], ['Period', '.:'], ['Slash', '-_'],
    ['KeyQ', '\0\0@'], ['KeyE', '\0\0€'], ['KeyM', '\0\0µ'],
  ],
};
/** What waits for a letter to stand on: a space after it gives the mark alone. */
const DEAD = { us: '', de: '^´`' };
const HELD = [[], [SHIFT], [ALT_GR]];

/** The number by which X knows a letter. */
function keysym(letter) {
  const point = letter.codePointAt(0);
  return point < 0x100 ? point : 0x01000000 + point;
}

/** The keys that type a text: pairs of a key and those that are held with it. */
export function strokes(text, layout) {
  const places = new Map();
  for (const [code, signs] of LAYOUTS[layout] ?? LAYOUTS.us) {
    Array.from(signs).forEach((sign, level) => places.set(sign, [code, HELD[level]]));
  }
  const typed = [];
  for (const letter of text.replaceAll('\r\n', '\n')) {
    const control = CONTROLS[letter];
    // What is on no key goes as itself: some machines know what to make of it.
    const [code, held] = places.get(letter) ?? ['', []];
    typed.push(control ? [control, []] : [[keysym(letter), code], held]);
    if (DEAD[layout]?.includes(letter)) typed.push([SPACE, []]);
  }
  return typed;
}
