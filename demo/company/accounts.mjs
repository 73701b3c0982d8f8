// Who is who in each system: ids and e-mail addresses, for the sixty, their leaders and one who left.
import { branches, company, headOfficeLeaders, leaver, people } from './plan.mjs';

// prettier-ignore
const logins = {
	张敏: 'zhang.min', 刘洋: 'liu.yang', 陈静: 'chen.jing', 杨帆: 'yang.fan', 赵磊: 'zhao.lei', 黄婷: 'huang.ting',
	周杰: 'zhou.jie', 吴倩: 'wu.qian', 徐凯: 'xu.kai', 孙悦: 'sun.yue', 马超: 'ma.chao', 朱琳: 'zhu.lin',
	胡斌: 'hu.bin', 郭鑫: 'guo.xin', 何蕾: 'he.lei', 高峰: 'gao.feng', 林雪: 'lin.xue', 罗成: 'luo.cheng',
	梁爽: 'liang.shuang', 宋雨: 'song.yu', 谢婷婷: 'xie.tingting', 韩冰: 'han.bing', 唐宁: 'tang.ning', 冯涛: 'feng.tao',
	王芳: 'wang.fang', 于洋: 'yu.yang', 董梅: 'dong.mei', 萧然: 'xiao.ran', 程颖: 'cheng.ying', 曹阳: 'cao.yang',
	袁媛: 'yuan.yuan', 邓超群: 'deng.chaoqun', 许晴: 'xu.qing', 傅雷: 'fu.lei', 沈丹: 'shen.dan', 曾毅: 'zeng.yi',
	李娜: 'li.na', 范晓: 'fan.xiao', 方圆: 'fang.yuan', 石磊: 'shi.lei', 姚瑶: 'yao.yao', 谭松: 'tan.song',
	廖凡: 'liao.fan', 邹敏: 'zou.min', 熊杰: 'xiong.jie', 金鑫: 'jin.xin', 陆遥: 'lu.yao', 郝建: 'hao.jian',
	蒋欣: 'jiang.xin', 蔡明: 'cai.ming', 贾玲玲: 'jia.lingling', 丁磊: 'ding.lei', 魏薇: 'wei.wei', 薛刚: 'xue.gang',
	叶青: 'ye.qing', 阎峰: 'yan.feng', 余波: 'yu.bo', 潘虹: 'pan.hong', 杜鹃: 'du.juan', 戴维民: 'dai.weimin',
	孙建国: 'sun.jianguo', 周慧敏: 'zhou.huimin', 吴晓东: 'wu.xiaodong', 徐美玲: 'xu.meiling', 陈先生: 'chen.hr',
	郑国强: 'zheng.guoqiang', 谢文斌: 'xie.wenbin', 韩雪梅: 'han.xuemei', 唐志远: 'tang.zhiyuan', 冯丽华: 'feng.lihua',
	董建军: 'dong.jianjun', 萧雅琴: 'xiao.yaqin', 程浩然: 'cheng.haoran', 曹秀兰: 'cao.xiulan', 袁振宇: 'yuan.zhenyu',
	钱进: 'qian.jin',
};

const account = (employeeId, name, number) => ({
	employeeId,
	name,
	login: logins[name],
	email: `${logins[name]}@${company.domain}`,
	hubspotOwner: String(70210000 + number),
	hubspotUser: 45010000 + number,
	frappeEmployee: `HR-EMP-${String(number).padStart(5, '0')}`,
	zendeskUser: 360100000000 + number,
});

const leaders = [
	...headOfficeLeaders.map(({ leaderId, leaderName }) => [leaderId, leaderName]),
	...branches.map(({ leaderId, leaderName }) => [leaderId, leaderName]),
];

/** By employee id: E001 to E060, E061 who left, L01 to L05 and L11 to L20. */
export const accounts = new Map(
	[
		...people.map(({ employeeId, name }) => account(employeeId, name, Number(employeeId.slice(1)))),
		account(leaver.employeeId, leaver.name, 61),
		...leaders.map(([id, name]) => account(id, name, 100 + Number(id.slice(1)))),
	].map((each) => [each.employeeId, each]),
);

export const leaderIds = leaders.map(([id]) => id);

/** Two people of administration work with one Zendesk account: the first one's. */
export const zendeskUserOf = ({ employeeId, sharesAccountWith }) =>
	accounts.get(
		sharesAccountWith !== undefined && sharesAccountWith < employeeId
			? sharesAccountWith
			: employeeId,
	);
