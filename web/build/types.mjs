// Makes src/api/schema.d.ts, the types of every answer, from the schemas that /api/openapi.json is made of.
import openapiTS, { astToString } from 'openapi-typescript';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const schemas = join(web, '../src/main/resources/dev/clew/web/http/schemas');
const target = join(web, 'src/api/schema.d.ts');

const description = {
  openapi: '3.1.0',
  info: { title: 'Clew', version: '1' },
  paths: {},
  components: {
    schemas: Object.fromEntries(
      readdirSync(schemas).map((file) => [
        basename(file, '.json'),
        JSON.parse(readFileSync(join(schemas, file), 'utf8')),
      ]),
    ),
  },
};
const types = await openapiTS(description, { alphabetize: true });
mkdirSync(dirname(target), { recursive: true });
writeFileSync(
  target,
  `// Made by build/types.mjs from the server's schemas: change those.\n${astToString(types)}`,
);
