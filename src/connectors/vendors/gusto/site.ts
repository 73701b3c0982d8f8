import type { HttpRequest } from '../../engine/http';
import type { PaySettings } from '../../engine/payrollSystem';

/** Every answer is of this version of the API, whatever the app's own is. */
const apiVersion = '2026-06-15';

/** Where a company's payroll is. */
export type Site = Pick<PaySettings, 'baseUrl' | 'timeoutMs' | 'own'>;

export const headers = { accept: 'application/json', 'x-gusto-api-version': apiVersion };

export const request = (
	{ baseUrl, timeoutMs, own }: Site,
	method: HttpRequest['method'],
	path: string,
): HttpRequest => ({
	method,
	url: `${baseUrl}/v1/companies/${encodeURIComponent(own.text('company') ?? '')}/${path}`,
	headers,
	timeoutMs,
});
