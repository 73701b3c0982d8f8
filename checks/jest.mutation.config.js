// The tests that judge a mutant of the domain: its rules, its laws, what is read into it and paid by it.
const {
	coverageThreshold: _thresholds,
	randomize: _order,
	...settings
} = require('./jest.config.js');

const folders = ['domain', 'golden', 'items', 'pay', 'property', 'rulebook'];

/** @type {import('jest').Config} */
module.exports = {
	...settings,
	roots: folders.map((folder) => `<rootDir>/test/${folder}`),
	// Whole systems and the independent model: far slower, and they find nothing that these do not.
	testPathIgnorePatterns: [
		'/pay/(faults|serverMessages|basePay)[.]',
		'/property/(model|cases)[.]',
		'/rulebook/(broken|anything|nearest|loadRulebook)[.]',
	],
};
