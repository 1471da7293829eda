import { readFileSync } from 'node:fs';

// The addresses of all pages are read from the program itself, so that a new page is looked at too.

export const [SOURCE = ''] = readFileSync(new URL('../../app/src/lib.rs', import.meta.url), 'utf8').split('pub fn downloads');
export const ROUTES = [...SOURCE.matchAll(/^ +\("([^"]*)", \|\| Box::pin/gm)].map(([, path = '']) => path);

const isAlone = (path: string): boolean => /^\/($|sign-in|forgot|reset|invitations|verify)/.test(path);
const isPerson = (path: string): boolean => /^\/(me|accounts|outbound)(\/|$)/.test(path);

/** Those for people who are not signed in, those of a person, and those below an account. */
export const ALONE = ROUTES.filter(isAlone);
export const PERSON = ROUTES.filter((path) => !isAlone(path) && isPerson(path));
export const ACCOUNT = ROUTES.filter((path) => !isAlone(path) && !isPerson(path));

/** A route with something in its places. */
export function fill(path: string, places: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, place: string) => {
    const filled = places[place];
    if (filled === undefined) throw new Error(`nothing is known for {${place}} of ${path}`);
    return filled;
  });
}
