// The program of a console: a document of its own, which the server renders (app/src/console). What is said, and what may
// be done, stands in the document; the server lets nobody type who may not, whatever is done here.
import RFB from '@novnc/novnc';
import { strokes } from './keys.js';

/** How long is waited before it is tried again, after the connection broke. Then the person decides. */
const PAUSES = [1_000, 2_000, 5_000, 10_000];
/** Between two keys that are pasted: the keyboard of a machine keeps few. */
const BETWEEN_KEYS = 12;
/** The connection broke, or the portal is being restarted: a new one may work. */
const AGAIN = new Set([1001, 1005, 1006, 4006]);
const CTRL = [0xffe3, 'ControlLeft'];
const ALT = [0xffe9, 'AltLeft'];
const SHIFT = [0xffe1, 'ShiftLeft'];

const find = (id) => document.getElementById(id);
const screen = find('screen');
const state = find('state');
const form = find('ticket');
const again = find('again');
const controls = document.querySelectorAll('[data-control]');
const mayType = screen.dataset.mode === 'control';

let rfb = null;
/** The number of the connection that counts: what becomes of one before it says nothing. */
let attempt = 0;
let tries = 0;
let timer = 0;

/** Says where the console stands: in the words that the document has for it. */
function say(key) {
  document.body.dataset.state = key;
  state.textContent = state.dataset[key] ?? state.dataset.lost;
  const open = key === 'open';
  again.hidden = open || key === 'connecting' || key === 'waiting';
  for (const control of controls) control.disabled = !open || !mayType;
}

/** A ticket for one connection: the form of the document, posted. */
async function ticket() {
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
  });
  if (answer.ok) return answer.json();
  const refused = { 401: 'signedOut', 403: 'noAccess', 404: 'noAccess', 409: 'signedOut', 429: 'tooMany' };
  throw new Error(refused[answer.status] ?? 'lost');
}

async function connect() {
  attempt += 1;
  const mine = attempt;
  clearTimeout(timer);
  say('connecting');
  let pass;
  try {
    pass = await ticket();
  } catch (error) {
    if (mine !== attempt) return;
    const known = error instanceof Error && error.message in state.dataset;
    if (known && error.message !== 'lost') say(error.message);
    else closed(1006);
    return;
  }
  if (mine !== attempt) return;
  const address = new URL(screen.dataset.socket, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('ticket', pass);
  const socket = new WebSocket(address);
  // Before noVNC has its own: it keeps no codes.
  socket.addEventListener('close', (event) => {
    if (mine === attempt) closed(event.code);
  });
  rfb = new RFB(screen, socket, { shared: true });
  rfb.viewOnly = !mayType;
  rfb.scaleViewport = true;
  const canvas = screen.querySelector('canvas');
  canvas.tabIndex = 0;
  canvas.ariaLabel = screen.ariaLabel;
  rfb.addEventListener('connect', () => {
    tries = 0;
    say('open');
    if (mayType) rfb.focus();
  });
  rfb.addEventListener('disconnect', () => {
    if (mine === attempt) rfb = null;
  });
}

/** The connection has ended with this code: says why, and tries again where that may help. */
function closed(code) {
  if (AGAIN.has(code) && tries < PAUSES.length) {
    say('waiting');
    timer = setTimeout(connect, PAUSES[tries]);
    tries += 1;
    return;
  }
  say(`code${code}`);
}

/** Presses and releases a key, with others held. */
function press([keysym, code], held) {
  for (const [keysym, code] of held) rfb?.sendKey(keysym, code, true);
  rfb?.sendKey(keysym, code);
  for (const [keysym, code] of held.toReversed()) rfb?.sendKey(keysym, code, false);
}

async function type(text, layout) {
  for (const [key, held] of strokes(text, layout)) {
    if (rfb === null) return;
    press(key, held);
    await new Promise((next) => { setTimeout(next, BETWEEN_KEYS); });
  }
}

again.addEventListener('click', () => {
  tries = 0;
  connect();
});

find('ctrl-alt-del').addEventListener('click', () => {
  rfb?.sendCtrlAltDel();
  rfb?.focus();
});

const full = find('full');
full.hidden = !document.fullscreenEnabled;
full.addEventListener('click', () => {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
  rfb?.focus();
});
document.addEventListener('fullscreenchange', () => {
  full.setAttribute('aria-pressed', String(document.fullscreenElement !== null));
});

const paste = find('paste');
const text = find('paste-text');
find('paste-open').addEventListener('click', () => paste.showModal());
find('paste-cancel').addEventListener('click', () => paste.close());
find('paste-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = text.value;
  text.value = '';
  paste.close();
  rfb?.focus();
  type(typed, find('layout').value);
});

// The way out of the screen for whoever has no pointer: every other key is the machine's.
addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.altKey && event.shiftKey && screen.contains(document.activeElement)) {
    for (const [keysym, code] of [SHIFT, ALT, CTRL]) rfb?.sendKey(keysym, code, false);
    find('ctrl-alt-del').focus();
  }
}, true);

// Whoever goes on to another page is not connected behind it; whoever comes back is again.
addEventListener('pagehide', () => {
  attempt += 1;
  rfb?.disconnect();
});
addEventListener('pageshow', (event) => { if (event.persisted) connect(); });

document.documentElement.classList.add('alive');
connect();
