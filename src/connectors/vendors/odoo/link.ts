import type { Session } from '../../engine/session';

interface Kind {
	readonly model: string;
}

/** Odoo 18 still follows the address that was usual up to 17. Code: addons/web/static/src/core/browser/router.js */
export const recordLink = (session: Session, { model }: Kind, id: number): string =>
	model === 'hr.expense'
		? `${session.baseUrl}/odoo/${model}/${id}`
		: `${session.baseUrl}/web#id=${id}&model=${model}&view_type=form`;
