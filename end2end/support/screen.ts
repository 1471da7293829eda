import { type AddressInfo, createServer, type Server as Listener, type Socket } from 'node:net';

/** How large the screen is. */
const WIDTH = 64;
const HEIGHT = 48;
/** What it shows, quarter by quarter from the top left: red, green, blue, white. */
export const QUARTERS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const;

/** A key as it arrives. */
export interface Key {
  down: boolean;
  /** What it means, as X numbers it. */
  keysym: number;
}

/** A stand-in for the RFB server of a machine: RFB 3.8 without a password, one picture, and it keeps what is typed. */
export class Screen {
  readonly keys: Key[] = [];
  pointers = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly listener: Listener) {}

  static async start(): Promise<Screen> {
    const listener = createServer();
    const screen = new Screen(listener);
    listener.on('connection', (socket) => screen.greet(socket));
    await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
    return screen;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** How many look at it. */
  get viewers(): number {
    return this.sockets.size;
  }

  /** The machine goes off. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  stop(): void {
    this.cut();
    this.listener.close();
  }

  private greet(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    // Each step: how many bytes are waited for, and what is answered to them.
    const steps: [number, Buffer][] = [
      [12, Buffer.from([1, 1])],
      [1, Buffer.alloc(4)],
      [1, begun()],
    ];
    let held: Buffer = Buffer.alloc(0);
    socket.write('RFB 003.008\n');
    socket.on('data', (data) => {
      held = Buffer.concat([held, data]);
      for (let step = steps[0]; step !== undefined && held.length >= step[0]; step = steps[0]) {
        held = held.subarray(step[0]);
        socket.write(step[1]);
        steps.shift();
      }
      if (steps.length === 0) held = this.take(socket, held);
    });
  }

  /** Takes whole messages, and gives what is left of the last one. */
  private take(socket: Socket, held: Buffer): Buffer {
    for (;;) {
      const length = lengthOf(held);
      if (length === undefined || held.length < length) return held;
      if (held[0] === 3) socket.write(picture());
      if (held[0] === 4) this.keys.push({ down: held[1] === 1, keysym: held.readUInt32BE(4) });
      if (held[0] === 5) this.pointers += 1;
      held = held.subarray(length);
    }
  }
}

/** How long the first message is, once that can be told. */
function lengthOf(held: Buffer): number | undefined {
  const fixed: Record<number, number> = { 0: 20, 3: 10, 4: 8, 5: 6, 150: 10, 255: 12 };
  if (held.length === 0) return undefined;
  if (held[0] === 2) return held.length < 4 ? undefined : 4 + 4 * held.readUInt16BE(2);
  if (held[0] === 6) return held.length < 8 ? undefined : 8 + held.readUInt32BE(4);
  const length = fixed[held[0] ?? -1];
  if (length === undefined) throw new Error(`the screen does not know message ${held[0]}`);
  return length;
}

function begun(): Buffer {
  const name = Buffer.from('a test');
  const begun = Buffer.alloc(24);
  begun.writeUInt16BE(WIDTH, 0);
  begun.writeUInt16BE(HEIGHT, 2);
  begun.set([32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 0, 8, 16], 4);
  begun.writeUInt32BE(name.length, 20);
  return Buffer.concat([begun, name]);
}

/** The picture in the format that noVNC asks for: red first. */
function picture(): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0, WIDTH, 0, HEIGHT, 0, 0, 0, 0]);
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const quarter = (y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1);
      pixels.set(QUARTERS[quarter] ?? [], (y * WIDTH + x) * 4);
    }
  }
  return Buffer.concat([head, pixels]);
}
