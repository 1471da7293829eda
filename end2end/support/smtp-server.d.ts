/** What the tests use of `smtp-server`. */
declare module 'smtp-server' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  export interface Session {
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] };
  }

  type Done = (error?: Error | null, message?: string) => void;

  export interface Options {
    authOptional?: boolean;
    disabledCommands?: string[];
    logger?: boolean;
    onRcptTo?: (address: { address: string }, session: Session, done: Done) => void;
    onData?: (stream: Readable, session: Session, done: Done) => void;
  }

  export class SMTPServer extends EventEmitter {
    constructor(options: Options);
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): Server;
    close(closed: () => void): void;
  }
}
