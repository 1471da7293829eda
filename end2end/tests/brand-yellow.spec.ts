import { branded, everyPageCanBeRead } from '../support/brands.ts';
import { test } from '../support/test.ts';

// As light as a colour of a brand gets: nothing of it can be read on white.
test.use({ data: { lines: [], own: branded('#ffe600') } });

everyPageCanBeRead();
