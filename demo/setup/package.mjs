// Puts the package into an n8n as a user has it: packed, then installed beside n8n's other community nodes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './project.mjs';
import { npm, withProgress } from './run.mjs';

/** Packs the built project and installs the archive into `<user folder>/.n8n/nodes`. */
export async function installPackage(userFolder, say) {
	const nodes = join(userFolder, '.n8n/nodes');
	mkdirSync(nodes, { recursive: true });
	const packed = mkdtempSync(join(tmpdir(), 'performance-pay-pack-'));
	const install = async () => {
		const [{ filename }] = JSON.parse(
			await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed], {
				cwd: PROJECT,
			}),
		);
		writeFileSync(
			join(nodes, 'package.json'),
			'{"name":"installed-nodes","private":true,"dependencies":{}}\n',
		);
		// n8n brings n8n-workflow itself: no peer dependencies here.
		await npm(
			[
				'install',
				join(packed, filename),
				'--ignore-scripts',
				'--legacy-peer-deps',
				'--install-links',
			],
			{
				cwd: nodes,
			},
		);
	};
	try {
		await withProgress('installing the package into n8n', say, install);
	} finally {
		rmSync(packed, { recursive: true, force: true });
	}
	return nodes;
}
