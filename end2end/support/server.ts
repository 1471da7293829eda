import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const START_MS = 20_000;

/** A portal of its own with demo data, on a free port, in a fresh directory. */
export class Server {
  private constructor(
    /** The address people reach it under, as it prints it itself. */
    readonly origin: string,
    private readonly process: ChildProcess,
    private readonly directory: string,
    private readonly log: string[],
  ) {}

  /** With other settings than the usual ones, as variables. */
  static async start(settings: NodeJS.ProcessEnv = {}): Promise<Server> {
    const directory = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
    const log: string[] = [];
    const child = spawn(binary(), ['serve', '--demo', '--listen', '127.0.0.1:0', '--data', join(directory, 'data')], {
      // Neither a settings file nor variables of whoever runs the tests.
      cwd: directory,
      env: { ...environment(), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const origin = await announced(child, log);
      await healthy(origin);
      return new Server(origin, child, directory, log);
    } catch (error) {
      child.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
      throw new Error(`${String(error)}\n${log.join('')}`);
    }
  }

  /** What it has written so far, for the report of a failed test. */
  output(): string {
    return this.log.join('');
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((done) => this.process.once('exit', () => done()));
    if (this.process.exitCode === null && this.process.kill('SIGTERM')) {
      // Browsers keep connections open; nothing of this server is needed any more.
      const impatience = setTimeout(() => this.process.kill('SIGKILL'), 1_000);
      await ended;
      clearTimeout(impatience);
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function binary(): string {
  return resolve(process.env.PORTICO_BIN ?? join(here, '../../target/debug/portico'));
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PORTICO_') && name !== 'DATABASE_URL');
  const assets = process.env.PORTICO_ASSETS;
  return { ...Object.fromEntries(own), ...(assets ? { PORTICO_ASSETS: assets } : {}) };
}

/** Waits for the line that says where it listens: the port is any free one. */
function announced(child: ChildProcess, log: string[]): Promise<string> {
  return new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error('the server did not start in time')), START_MS);
    const look = (chunk: Buffer) => {
      log.push(chunk.toString());
      const origin = /listens on \S+: (http:\/\/\S+)/.exec(log.join(''))?.[1];
      if (origin) {
        clearTimeout(late);
        found(origin.replace(/\/$/, ''));
      }
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', (chunk: Buffer) => log.push(chunk.toString()));
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
}

async function healthy(origin: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok && (await answer.text()).trim() === 'ok') return;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error(`${origin}/healthz does not answer`);
}
