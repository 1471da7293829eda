import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Mail {
  to: string;
  subject: string;
  messageId: string;
  /** The text part, decoded. */
  text: string;
  /** The HTML part, with the slashes of its links as people know them. */
  html: string;
}

/** A real mail server on this machine, on any free port. */
export class MailServer {
  readonly mails: Mail[] = [];
  private held: (() => void)[] | undefined;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    let mailServer: MailServer;
    const server = new SMTPServer({
      authOptional: true,
      // Its certificate is nobody's.
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => mailServer.got(Buffer.concat(chunks).toString(), session.envelope.rcptTo[0]?.address ?? '', done));
      },
    });
    // A portal that hangs up is no fault of the server's.
    server.on('error', () => undefined);
    mailServer = new MailServer(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** From now on mails are kept waiting at their end. */
  hold(): void {
    this.held ??= [];
  }

  /** How many are kept waiting. */
  get waiting(): number {
    return this.held?.length ?? 0;
  }

  /** Those that were kept waiting are taken. */
  release(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const take of held) take();
  }

  /** The mail to somebody, once it is there. */
  async mailTo(address: string, subject: RegExp = /./): Promise<Mail> {
    const find = () => this.mails.find((mail) => mail.to === address && subject.test(mail.subject));
    await expect.poll(find, { timeout: 30_000, message: `a mail to ${address}` }).toBeDefined();
    return find() as Mail;
  }

  stop(): Promise<void> {
    this.release();
    return new Promise((closed) => this.server.close(closed));
  }

  private got(raw: string, to: string, done: (error?: Error | null) => void): void {
    const take = () => {
      this.mails.push(read(raw, to));
      done();
    };
    if (this.held) this.held.push(take);
    else take();
  }
}

/** Reads the mails that the portal writes: a text and an HTML part, each with an encoding of its own. */
function read(raw: string, to: string): Mail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(head)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? '';
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`);
  const part = (kind: string) => {
    const [partHead = '', ...body] = (parts.find((text) => text.includes(kind)) ?? '').split('\r\n\r\n');
    return decoded(body.join('\r\n\r\n'), /Content-Transfer-Encoding: (\S+)/i.exec(partHead)?.[1] ?? '7bit');
  };
  return { to, subject: words(header('Subject')), messageId: header('Message-ID'), text: part('text/plain'), html: part('text/html').replaceAll('&#x2f;', '/') };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

function words(header: string): string {
  return header.replace(/=\?utf-8\?b\?([^?]*)\?=\s*/gi, (_, text: string) => Buffer.from(text, 'base64').toString());
}
