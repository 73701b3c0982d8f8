import { z } from 'zod';
import type { Refusal } from '../../engine/judge';

const errorBody = z.object({
	exc_type: z.string().optional().catch(undefined),
	exception: z.string().optional().catch(undefined),
	_server_messages: z.string().optional().catch(undefined),
});

const longest = 300;
const entities: readonly (readonly [RegExp, string])[] = [
	[/<br\s*\/?>|<\/(p|div|li)>/gi, ' '],
	[/<[^>]*>/g, ''],
	[/&nbsp;/g, ' '],
	[/&lt;/g, '<'],
	[/&gt;/g, '>'],
	[/&quot;/g, '"'],
	[/&#0?39;/g, "'"],
	[/&amp;/g, '&'],
	[/\s+/g, ' '],
];

/** HTML as people would read it, on one line. */
function plain(html: string): string {
	const text = entities.reduce((kept, [from, to]) => kept.replace(from, to), html.slice(0, 4000));
	const line = text.trim();
	return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

// Messages are JSON in JSON: a text that is a list of texts, each an object with `message`.
function messageOf(entry: unknown): string {
	const read = typeof entry === 'string' ? parsed(entry) : entry;
	if (typeof read === 'string') return read;
	const message = z.object({ message: z.string() }).safeParse(read);
	return message.success ? message.data.message : '';
}

/** What Frappe says of an error, without HTML; '' where it says nothing. */
export function serverMessages(body: unknown): string {
	const read = errorBody.safeParse(body);
	if (!read.success) return '';
	const listed = z.array(z.unknown()).safeParse(parsed(read.data._server_messages ?? '[]'));
	const messages = (listed.success ? listed.data : []).map((one) => plain(messageOf(one)));
	const said = messages.filter((one) => one !== '').join(' ');
	return said || plain((read.data.exception ?? '').replace(/^[\w.]+:\s*/, ''));
}

/** The names of errors after which the same document may be there all the same. */
const unknownOutcome: ReadonlySet<string> = new Set([
	'DuplicateEntryError',
	'UniqueValidationError',
	'TimestampMismatchError',
	'QueryDeadlockError',
	'QueryTimeoutError',
]);

const byStatus: { readonly [status: number]: { readonly found: string; readonly remedy: string } } =
	{
		401: {
			found: 'does not accept the credential',
			remedy: 'Enter the API key and secret of a user that is enabled, and test the credential',
		},
		403: {
			found: 'refuses the right',
			remedy:
				'Give the API user the role HR User, or rights to read Employee, Salary Slip and Salary Structure Assignment and to read, create and submit Additional Salary',
		},
		404: {
			found: 'knows no such thing',
			remedy: 'Check the base URL, and that Frappe HR is installed on this site',
		},
	};

const errorName = (body: unknown): string => errorBody.safeParse(body).data?.exc_type ?? '';

const otherwise = {
	found: 'refuses it',
	remedy: 'Correct this in Frappe HR and run it again',
};

/** Frappe's error body, in words. Docs: docs.frappe.io → REST API; status by frappe/exceptions.py */
export function explain(status: number, body: unknown): Refusal | undefined {
	if (status < 400 || status >= 500 || status === 429) return undefined;
	const said = serverMessages(body);
	const { found, remedy } = byStatus[status] ?? otherwise;
	return {
		found: `Frappe ${found} (HTTP ${status})${said === '' ? '' : `: ${said}`}`,
		remedy,
		...(unknownOutcome.has(errorName(body)) ? { retry: 'afterReadBack' as const } : {}),
	};
}
