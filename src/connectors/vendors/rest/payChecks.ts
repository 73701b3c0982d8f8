import { decimalsOf } from '../../../domain/kernel/money';
import { block } from '../../engine/hindrance';
import type { Hindrance, PaySettings } from '../../engine/payrollSystem';
import { placeholders } from './payParameters';
import { namesIn, parseTemplate } from './payTemplate';

const unset = (message: string, remedy: string): Hindrance => block('setting', message, remedy);

/** What a setting may hold, and what it has to. */
interface Template {
	readonly label: string;
	readonly text: string;
	readonly may: readonly string[];
	readonly must: readonly string[];
	readonly json: boolean;
}

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

function ofTemplate({ label, text, may, must, json }: Template): readonly Hindrance[] {
	if (text === '') return [];
	const names = namesIn(text);
	const unknown = names.filter((name) => !may.includes(name));
	const missing = must.filter((name) => !names.includes(name));
	return [
		...(json && parseTemplate(text) === undefined
			? [unset(`${label} is not JSON`, 'Correct it: texts stand in double quotes')]
			: []),
		...(unknown.length > 0
			? [unset(`${label} holds ${braced(unknown)}, which stands for nothing`, `Use ${braced(may)}`)]
			: []),
		...(missing.length > 0
			? [
					unset(
						`${label} lacks ${braced(missing)}`,
						'Add it: without it an entry cannot be told from another',
					),
				]
			: []),
	];
}

const isAddress = (path: string): boolean => /^[a-z]+:|^\/\//i.test(path);

/** Whether the settings say how to write, find and take back an entry. */
export function settingProblems({ own }: PaySettings): readonly Hindrance[] {
	const text = (name: string): string => own.text(name) ?? '';
	const currency = text('assumedCurrency');
	const back = ['id', 'key', 'employee'];
	const create = { label: 'Create Body', text: text('createBody'), json: true };
	const paths = ['payListPath', 'createPath', 'takeBackPath'].filter((it) => isAddress(text(it)));
	return [
		...paths.map((name) =>
			unset(`${name} is a whole address`, 'Enter the path after the base URL of the credential'),
		),
		...ofTemplate({ ...create, may: placeholders, must: ['key', 'employee', 'amount'] }),
		...[
			{ label: 'Create Path', text: text('createPath'), may: placeholders },
			{ label: 'List Path', text: text('payListPath'), may: ['period', 'from', 'to'] },
			{ label: 'Take Back Path', text: text('takeBackPath'), may: back },
		].flatMap((one) => ofTemplate({ ...one, must: [], json: false })),
		...ofTemplate({
			...{ label: 'Take Back Body', text: text('takeBackBody') },
			...{ may: back, must: [], json: true },
		}),
		...(decimalsOf(currency) === undefined
			? [unset(`"${currency}" is not a currency`, 'Correct Currency of Entries: CNY, EUR …')]
			: []),
		...(text('stateAt') !== '' && own.words('paidValues').length === 0
			? [unset('State at is set, and no state means paid', 'Fill in Paid Values')]
			: []),
	];
}
