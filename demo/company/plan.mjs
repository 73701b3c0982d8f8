// XX Wealth, the company of the article: who works there and, in plain numbers, what October 2026 was for each.
// Everything else in this folder is made from these numbers; expected.mjs works out the results from them alone.

export const company = {
	tenant: 'xx-wealth',
	name: 'XX Wealth',
	nameZh: 'XX财富',
	domain: 'xx-wealth.example',
	period: '2026-10',
	timeZone: 'Asia/Shanghai',
	currency: 'CNY',
	component: 'Performance Pay',
	scheduledDays: 18,
	/** After the month and before anybody touches it again. Any later moment gives the same results. */
	asOf: '2026-11-01T02:00:00+08:00',
};

export const HEAD_OFFICE = 'Head office';

/** Ten branches, three back-office people each; their leader rates them. */
export const branches = [
	['Beijing', 'L11', '郑国强'],
	['Guangzhou', 'L12', '谢文斌'],
	['Shenzhen', 'L13', '韩雪梅'],
	['Hangzhou', 'L14', '唐志远'],
	['Nanjing', 'L15', '冯丽华'],
	['Chengdu', 'L16', '董建军'],
	['Wuhan', 'L17', '萧雅琴'],
	["Xi'an", 'L18', '程浩然'],
	['Chongqing', 'L19', '曹秀兰'],
	['Suzhou', 'L20', '袁振宇'],
].map(([branch, leaderId, leaderName]) => ({ branch, leaderId, leaderName }));

/** The leaders at head office rate one role each; Mr Chen (陈先生) heads human resources and rates nobody. */
export const headOfficeLeaders = [
	['operations', 'L01', '孙建国'],
	['finance', 'L02', '周慧敏'],
	['administration', 'L03', '吴晓东'],
	['customerService', 'L04', '徐美玲'],
	['humanResources', 'L05', '陈先生'],
].map(([role, leaderId, leaderName]) => ({ role, leaderId, leaderName }));

// Operations: HubSpot tickets, 50 a month, each within 24 hours, 1 % errors allowed.
// Customer service: Zendesk tickets, 120 a month, each within 8 working hours, 1 %.
// Finance: expense claims in Frappe, 200 a month, each by the end of the next working day, 0.5 %.
// open: due in October and never done.
// prettier-ignore
const counted = [
	// id     name     role              branch          done onTime errors open  attitude collaboration base
	['E001', '张敏',   'operations',      HEAD_OFFICE,     50,  45,  0,  0,  13, 12, '3000.00'], // the article's first example: 93
	['E002', '刘洋',   'operations',      HEAD_OFFICE,     40,  35,  1, 10,   9,  9, '3000.00'], // the article's second example: 75
	['E003', '陈静',   'operations',      HEAD_OFFICE,     80,  76,  0,  0,  13, 11, '3200.00'], // says 100; the CRM has 80
	['E004', '杨帆',   'operations',      HEAD_OFFICE,     50,  47,  0,  0,  10,  9, '3000.00'], // items at the edges of limit and month
	['E005', '赵磊',   'operations',      HEAD_OFFICE,     52,  52,  0,  0,  14, 14, '3100.00'], // takes over tickets of E006
	['E006', '黄婷',   'operations',      HEAD_OFFICE,     50,  49,  0,  0,  11, 13, '3000.00'],
	['E007', '周杰',   'operations',      HEAD_OFFICE,     50,  50,  1,  0,  13, 11, '2800.50'], // deleted and merged tickets beside the 50
	['E008', '吴倩',   'operations',      HEAD_OFFICE,     50,  44,  0,  0,   8, 10, '3000.00'],
	['E009', '徐凯',   'operations',      HEAD_OFFICE,     48,  46,  0,  2,  11,  9, '3000.00'],
	['E010', '孙悦',   'operations',      'Beijing',       51,  51,  0,  0,  15, 14, '3000.00'],
	['E011', '马超',   'operations',      'Beijing',       50,  48,  0,  0,  13, 11, '3000.00'],
	['E012', '朱琳',   'operations',      'Guangzhou',     50,  47,  0,  0,  12, null, '3000.00'], // blocked: a rating is missing
	['E013', '胡斌',   'operations',      'Guangzhou',     50,  49,  0,  0,  10,  7, '3050.00'],
	['E014', '郭鑫',   'operations',      'Shenzhen',      50,  50,  0,  0,  14, 15, '3000.00'],
	['E015', '何蕾',   'operations',      'Shenzhen',      49,  45,  1,  1,  12, 10, '3000.00'],
	['E016', '高峰',   'operations',      'Hangzhou',      50,  48,  0,  0,  12, 11, '2999.99'],
	['E017', '林雪',   'operations',      'Hangzhou',      50,  50,  0,  0,  14, 14, '3000.00'],
	['E018', '罗成',   'operations',      'Nanjing',       50,  46,  0,  0,  13, 11, '3000.00'],
	['E019', '梁爽',   'operations',      'Chengdu',       53,  52,  0,  0,  11,  8, '3000.00'],
	['E020', '宋雨',   'operations',      'Chengdu',       27,  26,  0,  0,  11, 12, '3000.00'], // joined on the 19th: target 27
	['E021', '谢婷婷', 'operations',      'Wuhan',         50,  49,  0,  0,  11, 11, '3000.00'],
	['E022', '韩冰',   'operations',      "Xi'an",         50,  43,  2,  0,  10, 11, '3000.00'],
	['E023', '唐宁',   'operations',      'Chongqing',     50,  50,  0,  0,  15, 13, '3000.00'],
	['E024', '冯涛',   'operations',      'Suzhou',        50,  48,  0,  0,  10, 10, '3000.00'],

	['E025', '王芳',   'finance',         HEAD_OFFICE,    260, 256,  1,  0,  15, 14, '3600.00'], // 王姐: 260 claims, 0.5 %
	['E026', '于洋',   'finance',         HEAD_OFFICE,    200, 190,  1,  0,  10, 11, '3300.00'],
	['E027', '董梅',   'finance',         HEAD_OFFICE,    200, 198,  2,  0,  13, 11, '3300.00'],
	['E028', '萧然',   'finance',         HEAD_OFFICE,    200, 196,  0,  0,   9,  8, '3300.00'], // items at the edges of limit and month
	['E029', '程颖',   'finance',         HEAD_OFFICE,    180, 171,  0, 20,  13, 11, '3300.00'],
	['E030', '曹阳',   'finance',         HEAD_OFFICE,    200, 200,  0,  0,   9, 11, null],      // no base in payroll
	['E031', '袁媛',   'finance',         HEAD_OFFICE,    205, 201,  0,  0,  10,  9, '3400.00'],
	['E032', '邓超群', 'finance',         HEAD_OFFICE,    200, 188,  0,  0,  10,  9, '3300.00'],
	['E033', '许晴',   'finance',         HEAD_OFFICE,    210, 210,  1,  0,  14, 14, '3300.00'],
	['E034', '傅雷',   'finance',         'Shenzhen',     200, 197,  0,  0,  11,  8, '3200.00'],
	['E035', '沈丹',   'finance',         'Nanjing',      200, 192,  0,  0,   7,  9, '3200.00'],
	['E036', '曾毅',   'finance',         'Wuhan',        200, 199,  0,  0,  14, 14, '3200.00'],

	['E049', '蒋欣',   'customerService', HEAD_OFFICE,    120, 114,  1,  0,  10,  9, '2800.00'], // waits for customers, merged tickets
	['E050', '蔡明',   'customerService', HEAD_OFFICE,     20,  20,  0,  0,   8, 10, '2800.00'], // blocked: present on 3 days
	['E051', '贾玲玲', 'customerService', HEAD_OFFICE,    126, 122,  1,  0,  14, 14, '2800.00'],
	['E052', '丁磊',   'customerService', HEAD_OFFICE,    120, 108,  0,  0,  13, 10, '2800.00'],
	['E053', '魏薇',   'customerService', HEAD_OFFICE,    120, 119,  0,  0,  12, 11, '2850.00'],
	['E054', '薛刚',   'customerService', HEAD_OFFICE,    108,  99,  2, 12,  11, 11, '2800.00'],
	['E055', '叶青',   'customerService', 'Beijing',      120, 117,  0,  0,  12, 12, '2700.00'],
	['E056', '阎峰',   'customerService', 'Hangzhou',     120, 120,  0,  0,  14, 14, '2700.00'],
	['E057', '余波',   'customerService', "Xi'an",        122, 118,  1,  0,   8,  8, '2700.00'],
	['E058', '潘虹',   'customerService', 'Chongqing',    120, 115,  0,  0,  10, 11, '2700.00'],
	['E059', '杜鹃',   'customerService', 'Suzhou',       120, 118,  0,  0,  11, 12, '2700.00'],
	['E060', '戴维民', 'customerService', 'Suzhou',       115, 110,  3,  5,  11, 12, '2700.00'],
].map(([employeeId, name, role, branch, done, onTime, errors, open, attitude, collaboration, base]) => ({
	...{ employeeId, name, role, branch, base, ratings: { attitude, collaboration } },
	month: { done, onTime, errors, open },
}));

// Administration: requests of other departments in Zendesk; an answer within 10 minutes of working time, 95 %
// resolved, 1 % errors allowed. A request belongs to the month in which three working days after it are over.
// open: never resolved. responded: answered in time, of all of them.
// prettier-ignore
const answered = [
	// id     name     branch         done open responded errors attitude collaboration base
	['E037', '李娜',   HEAD_OFFICE,    56,  4,  39,  0,  11, 11, '2600.00'], // 小李: always late, four never answered
	['E038', '范晓',   HEAD_OFFICE,    70,  2,  70,  0,  10,  9, '2600.00'],
	['E039', '方圆',   HEAD_OFFICE,    80,  0,  79,  0,  14, 15, '2600.00'],
	['E040', '石磊',   HEAD_OFFICE,    60,  0,  57,  0,  12, 10, '2600.00'], // blocked: rated by himself
	['E041', '姚瑶',   HEAD_OFFICE,    64,  3,  62,  0,  13, 11, '2600.00'],
	['E042', '谭松',   HEAD_OFFICE,    75,  5,  76,  1,  12, 11, '2600.00'],
	['E043', '廖凡',   'Guangzhou',    60,  0,  60,  0,  14, 14, '2500.00'],
	['E044', '邹敏',   'Chongqing',    57,  3,  54,  0,  11, 11, '2500.00'],
	['E045', '熊杰',   'Nanjing',      66,  1,  65,  0,  11,  9, '2500.00'],
	['E046', '金鑫',   'Chengdu',      60,  0,  58,  0,  10, 10, '2500.00'], // blocked: shares an account with E047
	['E047', '陆遥',   'Wuhan',        60,  0,  59,  0,  12, 11, '2500.00'], // blocked: shares an account with E046
	['E048', '郝建',   "Xi'an",        62,  4,  61,  1,  14, 13, '2500.00'],
].map(([employeeId, name, branch, done, open, responded, errors, attitude, collaboration, base]) => ({
	...{ employeeId, name, role: 'administration', branch, base, ratings: { attitude, collaboration } },
	month: { done, open, responded, errors },
}));

/** What is particular to somebody, and why. */
const particulars = {
	E004: { edges: true },
	E005: { takesOverFrom: 'E006' },
	E007: { deleted: 3, merged: 2 },
	E012: { blocked: 'ratingMissing' },
	E020: { presentDays: 10, joined: '2026-10-19' },
	E025: { called: '王姐' },
	E028: { edges: true },
	E030: { unpaid: 'no Salary Structure Assignment' },
	E033: { errorsAreReturned: true },
	E037: { called: '小李', neverAnswers: true },
	E040: { blocked: 'ratingInvalid', ratedBySelf: true },
	E046: { blocked: 'nothingApplies', sharesAccountWith: 'E047' },
	E047: { blocked: 'nothingApplies', sharesAccountWith: 'E046' },
	E049: { pauses: 4, deleted: 1, merged: 2 },
	E050: { blocked: 'tooFewDays', presentDays: 3 },
	E001: { called: '小张' },
};

const leaderOf = ({ role, branch }) =>
	branch === HEAD_OFFICE
		? headOfficeLeaders.find((each) => each.role === role).leaderId
		: branches.find((each) => each.branch === branch).leaderId;

/** The sixty, by employee id. */
export const people = [...counted, ...answered]
	.sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1))
	.map((person) => ({
		...person,
		leaderId: leaderOf(person),
		presentDays: company.scheduledDays,
		...particulars[person.employeeId],
	}));

/** Left on 16 October and is on no list any more; the records stay in all three systems: evidence of nobody known. */
export const leaver = {
	employeeId: 'E061',
	name: '钱进',
	role: 'operations',
	left: '2026-10-16',
	month: { done: 12, onTime: 12, errors: 0, open: 0 },
};

/** What people said they did: compared with the records, never scored. */
export const claims = [
	['E001', 'customerRecord', 50],
	['E003', 'customerRecord', 100],
	['E025', 'reimbursement', 260],
	['E049', 'supportTicket', 130],
].map(([employeeId, activity, count]) => ({
	kind: 'claim',
	employeeId,
	activity,
	period: company.period,
	count,
}));
