import { escaped, list, section, table } from './html';
import type { PayMark, PayView } from './payView';

export type Language = 'en' | 'zh';

interface Words {
	readonly headline: (view: PayView) => string;
	readonly totals: string;
	readonly totalsHead: readonly string[];
	readonly stops: string;
	readonly notices: string;
	readonly look: string;
	readonly lines: string;
	readonly linesHead: readonly string[];
	readonly why: string;
	readonly marks: { readonly [mark in PayMark]: string };
}

const words: { readonly [language in Language]: Words } = {
	en: {
		headline: ({ period, count, hash }) =>
			`Performance pay of ${period}: ${count} people, batch ${hash.slice(0, 12)}`,
		totals: 'Control totals',
		totalsHead: ['Currency', 'Sum of base', 'Sum of pay', 'Highest', 'Lowest'],
		stops: 'This stops the batch',
		notices: 'To know',
		look: 'Look at these people',
		lines: 'Everybody',
		linesHead: ['Employee', 'Name', 'Base', 'Score', 'Pay', 'Month before', 'Change'],
		why: 'Why',
		marks: {
			changed: 'far from the month before',
			new: 'nothing in the month before',
			zero: 'no pay',
			aboveBase: 'above the base',
			takesBack: 'takes back',
		},
	},
	zh: {
		headline: ({ period, count, hash }) =>
			`${period} 绩效工资：${count} 人，批次 ${hash.slice(0, 12)}`,
		totals: '控制总数',
		totalsHead: ['币种', '基数合计', '应发合计', '最高', '最低'],
		stops: '以下问题使批次无法发放',
		notices: '请知悉',
		look: '请核对以下人员',
		lines: '全部人员',
		linesHead: ['工号', '姓名', '基数', '得分', '绩效工资', '上月', '变化'],
		why: '原因',
		marks: {
			changed: '与上月相差较大',
			new: '上月没有发放',
			zero: '绩效工资为零',
			aboveBase: '高于基数',
			takesBack: '扣回',
		},
	},
};

/** A batch as HTML for the person who approves it: totals, what stops it, whom to look at, everybody. */
export function payPage(view: PayView, language: Language): string {
	const say = words[language];
	const cells = (line: PayView['lines'][number]): readonly string[] => [
		...[line.employeeId, line.name, line.base, line.total],
		...[`${line.amount} ${line.currency}`, line.before, line.change],
	];
	const problems = (blocks: boolean): readonly string[] =>
		view.problems
			.filter((problem) => problem.blocks === blocks)
			.map(({ message, remedy }) => `${message}. ${remedy}.`);
	const marked = view.lines.filter(({ marks }) => marks.length > 0);
	return [
		`<h2>${escaped(say.headline(view))}</h2>`,
		section(
			say.totals,
			table(
				say.totalsHead,
				view.currencies.map((it) => [
					...[it.currency, it.sumOfBase, it.sumOfAmount, it.highest, it.lowest],
				]),
			),
		),
		section(say.stops, list(problems(true))),
		section(say.notices, list(problems(false))),
		section(
			say.look,
			table(
				[...say.linesHead, say.why],
				marked.map((line) => [
					...cells(line),
					line.marks.map((mark) => say.marks[mark]).join(language === 'zh' ? '，' : ', '),
				]),
			),
		),
		section(say.lines, table(say.linesHead, view.lines.map(cells))),
	].join('');
}
