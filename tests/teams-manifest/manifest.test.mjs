// Checks the app package that `qna teams-package` writes against the published schema of Teams' manifests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import teams from '@microsoft/teams-manifest';
import { strFromU8, unzipSync } from 'fflate';

const require = createRequire(import.meta.url);
const files = unzipSync(readFileSync(process.env.QNA_PACKAGE));
const manifest = JSON.parse(strFromU8(files['manifest.json']));

// The validator would fetch the schema; the package of the schemas holds the same file, so the test needs no network.
const schemas = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas/teams');
const schema = JSON.parse(readFileSync(path.join(schemas, `v${manifest.manifestVersion}/MicrosoftTeams.schema.json`), 'utf8'));

test('the manifest is valid', async () => {
  assert.deepEqual(await teams.ManifestUtil.validateManifestAgainstSchema(manifest, schema), []);
});

test('a manifest with a fault is not valid', async () => {
  assert.notDeepEqual(await teams.ManifestUtil.validateManifestAgainstSchema({ ...manifest, id: 'none' }, schema), []);
});

test('every icon that the manifest names is in the package', () => {
  for (const icon of Object.values(manifest.icons)) {
    assert.ok(files[icon]?.length > 0, icon);
  }
});
