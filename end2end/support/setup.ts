import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { type Login, type Person, demo } from './people.ts';
import type { Server } from './server.ts';

/** A form as the browser would post it. Names may repeat. It stands on the first page, unless it names another. */
export type Fields = [name: string, value: string][];

/** What a test needs to be there before it begins: done over HTTP as the portal's own forms do it, without a browser. */
export class Setup {
  private readonly sessions = new Map<string, { session: Promise<Session>; until: number }>();
  private readonly begun: Promise<Session>[] = [];

  constructor(private readonly server: Server) {}

  /**
   * The session of somebody, shared by tests for ten minutes: in one that is older than 15 some steps take the password
   * again. Never sign out of it.
   */
  session(who: Login): Promise<Session> {
    const known = this.sessions.get(who.email);
    if (known && Date.now() < known.until) return known.session;
    const session = Session.begin(this.server, who);
    this.sessions.set(who.email, { session, until: Date.now() + 600_000 });
    this.begun.push(session);
    return session;
  }

  /** The address of the one account of somebody, `/a/..`. */
  async account(who: Login): Promise<string> {
    return (await this.session(who)).home();
  }

  /** The name of somebody, which is what their menu at the top right is called. */
  async nameOf(who: Login): Promise<string> {
    const page = await (await (await this.session(who)).get('/me')).text();
    return `${value(page, 'change[first_name]')} ${value(page, 'change[last_name]')}`;
  }

  /** The addresses of the accounts that somebody may act for, by name. */
  async accounts(who: Login): Promise<Map<string, string>> {
    const list = await (await (await this.session(who)).get('/accounts?part=switcher')).text();
    const links = list.split('<a ').filter((link) => link.includes('switcher-name'));
    return new Map(
      links.map((link) => [
        text(/class="switcher-name"[^>]*>([^<]*)</.exec(link)?.[1]),
        /href="(\/a\/[\w-]+)"/.exec(link)?.[1] ?? '',
      ]),
    );
  }

  /** Adds a contact to the one account of an owner, of the demo unless told, or to one of several that somebody acts for. */
  async contact(person: Person, fields: Fields = [], login = true, owner: Login = demo('owner'), on?: string): Promise<string> {
    const session = await this.session(owner);
    const account = on ?? (await session.home());
    const answer = await session.post('/fn/contacts/save', [
      ['acting[account]', account.replace('/a/', '')],
      ['change[submission]', randomUUID()],
      ['change[first_name]', person.firstName],
      ['change[last_name]', person.lastName],
      ['change[email]', person.email],
      ...(login ? ([['change[login]', 'true'], ['change[password]', person.password]] as Fields) : []),
      ...fields,
    ]);
    const id = /saved=([\w-]+)/.exec(answer.headers()['location'] ?? '')?.[1];
    if (!id) throw new Error(`the contact was not added: ${answer.status()} ${answer.headers()['location']} ${await answer.text()}`);
    return `${account}/contacts/${id}`;
  }

  /** Adds a contact with a login who has chosen a password already. */
  async settled(person: Person, fields: Fields = [], owner?: Login, on?: string): Promise<Person> {
    await this.contact(person, fields, true, owner, on);
    const session = await Session.begin(this.server, person);
    const password = 'garden violin copper nine';
    const answer = await session.post('/fn/people/change_password', [
      ['change[current]', person.password],
      ['change[password]', password],
      ['change[again]', password],
    ]);
    if (answer.status() !== 303) throw new Error(`the password was not changed: ${answer.status()}`);
    await session.post('/fn/people/sign_out', []);
    await session.end();
    return { ...person, password };
  }

  async end(): Promise<void> {
    for (const session of this.begun) await (await session).end();
  }
}

/** A signed-in client without a browser. */
export class Session {
  private constructor(
    private readonly http: APIRequestContext,
    private readonly origin: string,
    /** The cookie, `name=value`. */
    public cookie: string,
  ) {}

  static async begin({ origin }: Server, { email, password }: Login): Promise<Session> {
    const http = await request.newContext({ baseURL: origin });
    const answer = await post(http, origin, '', '/fn/people/sign_in', [
      ['change[email]', email],
      ['change[password]', password],
    ]);
    const cookie = cookieOf(answer);
    if (answer.status() !== 303 || !cookie) {
      throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
    }
    return new Session(http, origin, cookie);
  }

  async post(path: string, fields: Fields): Promise<APIResponse> {
    const answer = await post(this.http, this.origin, this.cookie, path, fields);
    // A changed password goes on under a new token.
    this.cookie = cookieOf(answer) ?? this.cookie;
    return answer;
  }

  get(path: string): Promise<APIResponse> {
    return this.http.get(path, { maxRedirects: 0, headers: { cookie: this.cookie, accept: 'text/html' } });
  }

  /** Where `/` leads: the one account, or the chooser. */
  async home(): Promise<string> {
    const answer = await this.get('/');
    const location = answer.headers()['location'];
    if (!location) throw new Error(`/ leads nowhere: ${answer.status()}`);
    return location;
  }

  end(): Promise<void> {
    return this.http.dispose();
  }
}

/** What an input of a page holds. */
function value(page: string, name: string): string {
  const input = page.split('<input').find((tag) => tag.split('>')[0]?.includes(` name="${name}"`));
  return text(/ value="([^"]*)"/.exec(input ?? '')?.[1]);
}

/** Some of a page's HTML that holds no element, as people read it. */
function text(html = ''): string {
  const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };
  return html.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => named[entity] ?? entity);
}

function cookieOf(answer: APIResponse): string | undefined {
  return answer.headers()['set-cookie']?.split(';')[0];
}

async function post(http: APIRequestContext, origin: string, cookie: string, path: string, fields: Fields): Promise<APIResponse> {
  const body = new URLSearchParams(fields);
  if (!body.has('return_to')) body.append('return_to', '/accounts');
  const headers = {
    origin,
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    ...(cookie ? { cookie } : {}),
  };
  for (let tries = 0; ; tries += 1) {
    const answer = await http.post(path, { maxRedirects: 0, data: body.toString(), headers });
    // Many contacts are made at once here: the portal may be busy with their passwords.
    if (answer.status() !== 429 || tries === 5) return answer;
    await new Promise((waited) => setTimeout(waited, 1_000));
  }
}
