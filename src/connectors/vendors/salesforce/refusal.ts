import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';

const wire = z
	.array(z.object({ errorCode: z.string(), message: z.string().nullish() }))
	.nonempty()
	.transform(([first]) => ({ code: first.errorCode, message: first.message ?? '' }));
type Told = z.infer<typeof wire>;

const notAccepted: Refusal = {
	found: 'it does not accept the token (HTTP 401)',
	remedy:
		'Test the credential, and check that its app still exists and that its user is active; with Sign-In of a User, connect it anew',
};

/** What the user may not see is refused as if it were not there, with 400. */
const hidden = (what: string, remedy: string): Refusal => ({
	found: `the user of the credential may not see ${what}, or it does not exist`,
	remedy,
	lacksRight: true,
});

function hiddenField({ message }: Told): Refusal {
	const [, field = 'the fields', object = 'the record'] =
		/No such column '(\w+)' on (?:entity|sobject of type) '?(\w+)/.exec(message) ?? [];
	return hidden(
		'a field (INVALID_FIELD)',
		`Give the user Read on ${field} of ${object} (field-level security) in a permission set, or correct the settings of this source`,
	);
}

function hiddenObject({ message }: Told): Refusal {
	const [, object = 'the object'] = /sObject type '(\w+)'/.exec(message) ?? [];
	return hidden(
		'an object (INVALID_TYPE)',
		`Give the user Read on ${object} in a permission set; histories and milestones are there only once they are switched on in Salesforce`,
	);
}

/** The requests of 24 hours are used up, or too many long ones are under way: a limit, not a right. */
const limit = ({ message }: Told): Refusal => {
	const passes = /concurrent/i.test(message);
	return {
		found: passes
			? 'too many long requests at once (REQUEST_LIMIT_EXCEEDED)'
			: 'the API requests of this org for 24 hours are used up (REQUEST_LIMIT_EXCEEDED)',
		remedy: passes
			? 'Try again later'
			: 'Read again when older requests are more than 24 hours ago (Setup → System Overview), or raise the limit with Salesforce',
		kind: 'busy',
		retry: passes ? 'afterWait' : 'never',
		lacksRight: false,
	};
};

const busy = (): Refusal => ({
	found: 'the query took Salesforce too long (QUERY_TIMEOUT)',
	remedy: 'Try again later, or narrow the source by Record Types or a smaller Look Back (Days)',
	kind: 'busy',
	retry: 'afterWait',
});

const expired = (): Refusal => ({
	found: 'the rest of the answer has expired in Salesforce (INVALID_QUERY_LOCATOR)',
	remedy: 'Read it again',
});

const tooLarge = (): Refusal => ({
	found: 'Salesforce cannot work out what the user may see (OPERATION_TOO_LARGE)',
	remedy: 'Give the user View All Data in a permission set',
	lacksRight: true,
});

const byCode: ReadonlyMap<string, (told: Told) => Refusal> = new Map([
	['INVALID_SESSION_ID', () => notAccepted],
	['INVALID_FIELD', hiddenField],
	['INVALID_TYPE', hiddenObject],
	['REQUEST_LIMIT_EXCEEDED', limit],
	['QUERY_TIMEOUT', busy],
	['INVALID_QUERY_LOCATOR', expired],
	['OPERATION_TOO_LARGE', tooLarge],
]);

/** Docs: developer.salesforce.com → REST API → Status Codes and Error Responses; SOAP API → Core Data Types → ExceptionCode */
export function explain(status: number, body: unknown): Refusal | undefined {
	const read = wire.safeParse(body);
	const known = read.success ? byCode.get(read.data.code) : undefined;
	if (read.success && known) return known(read.data);
	if (status === 401) return notAccepted;
	if (!read.success || status >= 429 || status === 408) return undefined;
	const { code, message } = read.data;
	return {
		found: `Salesforce refuses it (HTTP ${status}): ${quote(`${code} ${message}`)}`,
		remedy:
			'Check the base URL of the credential (https://your-domain.my.salesforce.com), the rights of its user and the settings of this source',
	};
}
