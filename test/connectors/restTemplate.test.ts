import {
	filled,
	filledAddress,
	parseTemplate,
} from '../../src/connectors/vendors/rest/payTemplate';

const fill = { key: 'k-1', employee: 'E "1"\\', amount: '2790.10', component: 'a, "amount": 9' };

const made = (template: string): unknown => {
	const json = parseTemplate(template);
	return json === undefined ? 'no JSON' : filled(json, fill);
};

describe('a template of what is written', () => {
	it.each<{ template: string; is: unknown }>([
		{ template: '{"a":"{key}/{employee}"}', is: { a: 'k-1/E "1"\\' } },
		{ template: '{"a":{amount},"b":"{amount}"}', is: { a: 2790.1, b: '2790.10' } },
		{ template: '[{"deep":["x{key}"]},true,null,7]', is: [{ deep: ['xk-1'] }, true, null, 7] },
		{ template: '{"a":{component}}', is: { a: 'a, "amount": 9' } },
		{ template: '{"{key}":"{other}"}', is: { '{key}': '{other}' } },
		{ template: '{"a":"{key}"', is: 'no JSON' },
		{ template: '{"a":{amount}{amount}}', is: 'no JSON' },
	])('$template', ({ template, is }) => expect(made(template)).toEqual(is));
});

it.each([
	{ path: '/pay/{key}', url: 'https://pay.test/pay/k-1', query: {} },
	{ path: '/pay?of={employee}', url: 'https://pay.test/pay', query: { of: 'E "1"\\' } },
	{
		path: '/pay?is[]=a&is[]=b&n=1',
		url: 'https://pay.test/pay?is%5B%5D=a&is%5B%5D=b',
		query: { n: '1' },
	},
])('the address of $path loses nothing of its query', ({ path, ...asked }) =>
	expect(filledAddress('https://pay.test', path, fill)).toEqual(asked),
);
