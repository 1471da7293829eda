/** The demo people (README, ARCHITECTURE 4), by what they are. */
export const PASSWORD = 'portico-demo-password';

/** The hash of the demo people's password, as `demo.jsonl` has it. */
export const HASH = '$argon2id$v=19$m=19456,t=2,p=1$iqqgCsYldseMJewJ64hTPA$l/9GINkdcmphW+WCn2SYgoZSfVUiI5qRNUkd5yj3M4A';

export type Demo =
  | 'owner'
  | 'coowner'
  | 'manager'
  | 'technician'
  | 'accountant'
  | 'buyer'
  | 'visitor'
  | 'readonly'
  | 'outsider';

/** Somebody who can sign in. */
export interface Login {
  email: string;
  password: string;
}

export function demo(who: Demo): Login {
  return { email: `${who}@demo.example`, password: PASSWORD };
}

/** Somebody to be added as a contact. */
export interface Person extends Login {
  firstName: string;
  lastName: string;
  name: string;
}

let counter = 0;

/** A person nobody has met: the name and the address are like no other of this run. */
export function stranger(firstName = 'Ines'): Person {
  counter += 1;
  const mark = `${process.pid.toString(36)}${Date.now().toString(36).slice(-4)}${counter.toString(36)}`;
  const lastName = `Kovar ${mark}`;
  return {
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${firstName.toLowerCase()}.${mark}@people.example`,
    password: 'kettle orbit maple seven',
  };
}
