import { at, evidenceOf, Office, T, task, toO2 } from './office';

/** Two of three pieces are done by O1, the third is O2's. */
function shared(): Office {
	const office = new Office();
	office.do('assign', at(12), task);
	office.do('complete', at(13), { by: 'O1', instanceId: T, quantity: 2 });
	office.do('reassign', at(14), { ...toO2, itemId: T });
	return office;
}

describe('a task that is reassigned in part', () => {
	it('leaves what is done with who did it, since when and until when it was theirs', () => {
		const office = shared();
		office.do('complete', at(15), { by: 'O2', instanceId: T });
		expect(
			evidenceOf(office, 'filing').map(({ recordId, employeeId, assignedAt, completedAt }) => [
				recordId,
				employeeId,
				assignedAt,
				completedAt,
			]),
		).toEqual([
			[`${T}/1`, 'O1', '2026-10-12T02:00:00.000Z', '2026-10-13T02:00:00.000Z'],
			[`${T}/2`, 'O1', '2026-10-12T02:00:00.000Z', '2026-10-13T02:00:00.000Z'],
			[`${T}/3`, 'O2', '2026-10-14T02:00:00.000Z', '2026-10-15T02:00:00.000Z'],
		]);
	});

	it('gives only what is left to who gets it', () => {
		const office = shared();
		expect(office.open().openWork).toEqual([
			expect.objectContaining({ handler: 'O2', quantityLeft: 1 }),
		]);
		const more = office.refusal('complete', at(15), { by: 'O2', instanceId: T, quantity: 2 });
		expect(more.message).toBe(`${T}: 2 are more than the 1 that are left of 3`);
	});

	it('leaves an earlier error on the first piece of who made it', () => {
		const office = new Office();
		office.do('assign', at(12), task);
		office.do('complete', at(13), { by: 'O1', instanceId: T, quantity: 2 });
		const report = { by: 'L2', itemId: T, decision: 'report', comment: 'no phone' };
		office.do('confirmError', at(13), report);
		office.do('reassign', at(14), { ...toO2, itemId: T });
		office.do('confirmError', at(15), { ...report, comment: 'no name' });
		const told = evidenceOf(office, 'filing');
		expect(told.map(({ employeeId, errorsOpen }) => [employeeId, errorsOpen])).toEqual([
			['O1', 1],
			['O1', 0],
			['O2', 1],
		]);
	});
});

describe('an excuse', () => {
	const excuse = { by: 'L1', excuseCode: 'sickness', excuseEvidence: 'note' };

	it('stays with whom it was given to when the work goes to another', () => {
		const office = new Office();
		office.do('assign', at(12), task);
		office.do('complete', at(21), {
			by: 'O1',
			instanceId: T,
			quantity: 1,
			delayReason: 'ill',
		});
		office.do('excuse', at(22), { ...excuse, itemId: T });
		office.do('reassign', at(23), { ...toO2, itemId: T });
		const told = () =>
			evidenceOf(office, 'filing').map(({ employeeId, excuseCode, delayReason }) => [
				employeeId,
				excuseCode,
				delayReason,
			]);
		expect(told()).toEqual([
			['O1', 'sickness', 'ill'],
			['O2', null, null],
			['O2', null, null],
		]);
		office.do('excuse', at(24), { ...excuse, itemId: T, excuseCode: 'noStock' });
		expect(told().map(([, code]) => code)).toEqual(['sickness', 'noStock', 'noStock']);
	});
});

it('refuses to reassign work to who has it: their time does not begin anew', () => {
	const office = new Office();
	office.do('assign', at(12), task);
	const refused = office.refusal('reassign', at(13), { ...toO2, nextHandler: 'O1', itemId: T });
	expect([refused.code, refused.message]).toEqual([
		'work.nextHandler',
		`${T}: it is with O1 already`,
	]);
});
