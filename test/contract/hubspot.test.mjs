// HubSpot contacts as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/hubspot/fixture.mjs';
import { ALL_SCOPES } from '../../demo/sandbox/hubspot.mjs';
import { assertMonth, reading } from './reading.mjs';

const fixture = fixtureOf();
const { evidence: planned } = fixture.streams.contacts;
const withScopes = (scopes) => ({ options: { tokens: { [fixture.credentials.token]: scopes } } });

test('every planned contact comes as planned, those of nobody are left out', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const outcome = await read({}, 'contacts');
		assertMonth(outcome, planned);
		assert.deepEqual([outcome.coverage.received, outcome.coverage.expected], [202, 202]);
	}));

test('the facts of the first eight contacts, by hand', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read({}, 'contacts');
		const told = evidence
			.filter(({ recordId }) => Number(recordId) <= 7008)
			.sort((a, b) => a.recordId - b.recordId)
			.map(({ recordId, handler, status, errors }) => `${recordId} ${handler} ${status} ${errors}`);
		assert.deepEqual(told, [
			'7001 wu@x.example done 0',
			'7002 chen@x.example open 0',
			'7003 li@x.example done 1', // taken up again
			'7004 wu@x.example done 0',
			'7005 li@x.example done 0', // handed on before it was done
			'7006 li@x.example done 0',
			'7008 chen@x.example done 0',
		]);
		const link = evidence.find(({ recordId }) => recordId === '7001').recordUrl;
		assert.match(link, /\/contacts\/24817310\/record\/0-1\/7001$/);
	}));

test('a done value that the property does not have is refused, with those that it has', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { coverage } = await read({ doneValues: 'Connected' }, 'contacts');
		assert.equal(coverage.complete, false);
		assert.match(coverage.gap, /Lead Status \(hs_lead_status\) has no value Connected/);
		assert.match(coverage.gap, /among NEW, IN_PROGRESS, CONNECTED, UNQUALIFIED/);
	}));

test('another property, or another value, makes other contacts done', async () =>
	await reading(fixture, {}, async ({ read }) => {
		const { evidence } = await read({ doneValues: ['IN_PROGRESS'] }, 'contacts');
		const one = evidence.find(({ recordId }) => recordId === '7002');
		assert.deepEqual([one.status, one.completedAt], ['done', '2026-10-05T06:00:00.000Z']);
		const unknown = await read({ statusProperty: 'stage_of_ours' }, 'contacts');
		assert.match(unknown.coverage.gap, /HTTP 404/);
	}));

test('the panel offers pipelines, properties and the values of the chosen property', async () =>
	await reading(fixture, {}, async ({ choices }) => {
		const values = async (lookup, settings) =>
			(await choices(lookup, settings)).map(({ value }) => value);
		assert.deepEqual(await values('ticketPipelines'), ['main']);
		assert.deepEqual(await values('contactChoices'), ['hs_lead_status']);
		assert.deepEqual(await values('contactNumbers'), ['confirmed_errors']);
		assert.equal((await values('dealProperties')).includes('dealstage'), true);
		const statusProperty = 'hs_lead_status';
		const four = ['NEW', 'IN_PROGRESS', 'CONNECTED', 'UNQUALIFIED'];
		assert.deepEqual(await values('contactValues', { statusProperty }), four);
	}));

test('the test of the credential names the scope of contacts where it is missing', async () => {
	const without = ALL_SCOPES.filter((scope) => !scope.includes('contacts'));
	await reading(fixture, withScopes(without), async ({ check }) => {
		const { ok, message } = await check();
		assert.equal(ok, false);
		assert.match(message, /HubSpot contacts: the token lacks the scope crm.objects.contacts.read/);
	});
});
