import { baseAddress } from '../../nodes/_shared/baseAddress';

describe('the address of a credential', () => {
	it.each([
		{ credential: { baseUrl: ' https://a.example/ ' }, address: 'https://a.example/' },
		{ credential: { baseUrl: 'https://a.example', accountId: '' }, address: 'https://a.example' },
		{
			credential: { baseUrl: 'https://a.example/', accountId: ' 7 ' },
			address: 'https://a.example/app/accounts/7',
		},
		{
			credential: { baseUrl: 'https://a.example', accountId: 7 },
			address: 'https://a.example/app/accounts/7',
		},
		{ credential: {}, address: '' },
	])('$address', ({ credential, address }) => expect(baseAddress(credential)).toBe(address));
});
