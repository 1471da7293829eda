import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { Resolver } from 'node:dns/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A PowerDNS of a worker's own. Its ports are known before it runs, for the portal's settings name them: they follow from
// the process of the runner and from which of its workers it is.

const runner = process.env.TEST_WORKER_INDEX === undefined ? process.pid : process.ppid;
const dns = 21_000 + (runner % 500) * 16 + (Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 8) * 2;
const api = dns + 1;
const KEY = 'a-key-of-tests';

/** The section of the settings that names it. */
export const DRIVER = `[[driver]]\nname = "pdns"\nkind = "powerdns"\nurl = "http://127.0.0.1:${api}"\napi_key = "${KEY}"\n`;

export class Pdns {
  private constructor(
    private readonly process: ChildProcess,
    private readonly directory: string,
  ) {}

  /** Starts it with these zones: the lines beside SOA and NS. */
  static async start(zones: Record<string, string>): Promise<Pdns> {
    const directory = mkdtempSync(join(tmpdir(), 'portico-pdns-'));
    const schema = '/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql';
    execFileSync('sqlite3', [join(directory, 'pdns.db'), `.read ${schema}`]);
    writeFileSync(
      join(directory, 'pdns.conf'),
      `launch=gsqlite3\ngsqlite3-database=${directory}/pdns.db\ngsqlite3-pragma-synchronous=0\nlocal-address=127.0.0.1\n` +
        `local-port=${dns}\napi=yes\napi-key=${KEY}\nwebserver=yes\nwebserver-address=127.0.0.1\nwebserver-port=${api}\n` +
        `webserver-allow-from=127.0.0.1\nsocket-dir=${directory}\nguardian=no\ndaemon=no\ndisable-syslog=yes\nwrite-pid=no\n`,
    );
    for (const [zone, records] of Object.entries(zones)) {
      const file = join(directory, zone);
      const head = '$TTL 300\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 300\n@ IN NS ns1.example.net.\n';
      writeFileSync(file, head + records);
      execFileSync('pdnsutil', [`--config-dir=${directory}`, 'load-zone', zone, file], { stdio: 'ignore' });
    }
    const child = spawn('pdns_server', [`--config-dir=${directory}`], { stdio: 'ignore' });
    const server = new Pdns(child, directory);
    const until = Date.now() + 10_000;
    while (!(await listens())) {
      if (child.exitCode !== null || Date.now() > until) throw new Error('PowerDNS does not start');
      await new Promise((again) => setTimeout(again, 50));
    }
    return server;
  }

  /** The IPv4 addresses that it answers. */
  async ask(name: string): Promise<string[]> {
    const resolver = new Resolver({ timeout: 2_000, tries: 3 });
    resolver.setServers([`127.0.0.1:${dns}`]);
    return resolver.resolve4(name).catch(() => []);
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((done) => this.process.once('exit', () => done()));
    if (this.process.exitCode === null && this.process.kill('SIGKILL')) await ended;
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function listens(): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(api, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
