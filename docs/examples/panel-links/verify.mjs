#!/usr/bin/env node
// How a panel checks a link of the portal (docs/panel-links.md), with nothing but Node.
//
//     PANEL_KEYS=2026-01=the-secret-of-the-key verify.mjs ISSUER AUDIENCE NOW TOKEN...
import { createHmac, timingSafeEqual } from 'node:crypto';
import { argv, env } from 'node:process';

export class PanelLinks {
  // Where the panel runs on several machines this is a table of the database, with `jti` as its key.
  #used = new Map();

  constructor(keys, issuer, audience) {
    Object.assign(this, { keys, issuer, audience });
  }

  /** Who may come in, and to what. Each token is taken once. */
  check(token, now) {
    const parts = token.split('.');
    const [header, claims] = parts.slice(0, 2).map(decoded);
    if (parts.length !== 3 || !header || !claims) throw new Error('it is no token');
    // Nothing of the header but the key's id is believed: the algorithm is always this one.
    const secret = this.keys.get(header.kid);
    if (header.alg !== 'HS256' || secret === undefined) throw new Error('its key is unknown');
    const expected = createHmac('sha256', secret).update(`${parts[0]}.${parts[1]}`).digest();
    const signature = Buffer.from(parts[2], 'base64url');
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      throw new Error('its signature is wrong');
    }
    if (claims.iss !== this.issuer || claims.aud !== this.audience) throw new Error('it is for somebody else');
    // Five seconds for clocks that differ.
    if (!(claims.iat - 5 <= now && now < claims.exp + 5)) throw new Error('it is over');
    for (const [jti, exp] of this.#used) if (exp + 5 <= now) this.#used.delete(jti);
    if (this.#used.has(claims.jti)) throw new Error('it was used');
    this.#used.set(claims.jti, claims.exp);
    return claims;
  }
}

function decoded(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}

if (import.meta.filename === argv[1]) {
  const [issuer, audience, now, ...tokens] = argv.slice(2);
  const keys = new Map(env.PANEL_KEYS.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  const links = new PanelLinks(keys, issuer, audience);
  for (const token of tokens) {
    try {
      console.log(JSON.stringify(links.check(token, Number(now))));
    } catch (error) {
      console.log(`refused: ${error.message}`);
    }
  }
}
