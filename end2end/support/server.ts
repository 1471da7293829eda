import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const START_MS = 20_000;

/** A line of what `portico import` reads. */
export type Line = Record<string, unknown>;

/** Tables of the settings file, and the files that they name. */
export interface Own {
  toml?: string;
  files?: Record<string, string>;
}

/** A portal of its own with demo data or other, on a free port, in a fresh directory. */
export class Server {
  private constructor(
    /** The address people reach it under, as it prints it itself. */
    readonly origin: string,
    private process: ChildProcess,
    private readonly directory: string,
    private readonly log: string[],
  ) {}

  /** With data of one's own, and other settings than the usual ones: as variables, and in the settings file. */
  static async start(lines: Line[] = [], settings: NodeJS.ProcessEnv = {}, own: Own = {}): Promise<Server> {
    const directory = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
    // What owners are told is a mail at once: no journey waits two minutes for it.
    const usual = '[notifications]\ndigest_seconds = 0\n[limits]\nwrites_per_minute = 1000\n';
    writeFileSync(join(directory, 'portico.toml'), `${usual}${own.toml ?? ''}`);
    for (const [name, content] of Object.entries(own.files ?? {})) writeFileSync(join(directory, name), content);
    if (lines.length > 0) load(directory, lines);
    const log: string[] = [];
    const child = serve(directory, '0', settings);
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

  /** Stops it as an operator does, and starts it again where it was. */
  async restart(): Promise<void> {
    const ended = new Promise<void>((done) => this.process.once('exit', () => done()));
    this.process.kill('SIGTERM');
    await ended;
    this.process = serve(this.directory, new URL(this.origin).port);
    this.process.stdout?.on('data', (chunk: Buffer) => this.log.push(chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => this.log.push(chunk.toString()));
    await healthy(this.origin);
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

function serve(directory: string, port: string, settings: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(binary(), ['serve', '--demo', '--listen', `127.0.0.1:${port}`, '--data', join(directory, 'data')], {
    // Neither the settings file nor the variables of whoever runs the tests.
    cwd: directory,
    env: { ...environment(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Imports before the server starts, which fills only an empty database with demo data. */
function load(directory: string, lines: Line[]): void {
  const file = join(directory, 'data.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  execFileSync(binary(), ['--data', join(directory, 'data'), 'import', file], {
    cwd: directory,
    env: environment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
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
