import { explain, serverMessages } from '../../src/connectors/vendors/frappe/serverMessages';

const wrapped = (...messages: string[]) => ({
	_server_messages: JSON.stringify(messages.map((message) => JSON.stringify({ message }))),
});

describe('what Frappe says of an error', () => {
	it.each([
		[wrapped('Amount should not be less than zero'), 'Amount should not be less than zero'],
		[wrapped('<b>X</b> is <a href="/app/x?a=1">here</a>.<br><br>Look'), 'X is here. Look'],
		[
			wrapped('Salt &amp; pepper &lt;5&gt; &quot;a&quot; it&#39;s&nbsp;ok'),
			'Salt & pepper <5> "a" it\'s ok',
		],
		[wrapped('one', 'two'), 'one two'],
		[{ _server_messages: '["plain text"]' }, 'plain text'],
		[
			{ _server_messages: 'broken', exception: 'frappe.exceptions.ValidationError: because' },
			'because',
		],
		[{ exception: 'ValidationError' }, 'ValidationError'],
		[{ exc: '["Traceback …"]' }, ''],
		[{ _server_messages: 7, exception: null }, ''],
		['<html>', ''],
		[undefined, ''],
	])('%j → %s', (body, text) => expect(serverMessages(body)).toBe(text));

	it('is short', () => expect(serverMessages(wrapped('x'.repeat(999)))).toHaveLength(301));

	it.each([
		['UniqueValidationError', 'afterReadBack'],
		['TimestampMismatchError', 'afterReadBack'],
		['ValidationError', undefined],
	])('after a %s a write is %s', (exc_type, retry) =>
		expect(explain(417, { exc_type })?.retry).toBe(retry),
	);

	it.each([200, 429, 500, 502])('leaves HTTP %s to the status', (status) =>
		expect(explain(status, {})).toBeUndefined(),
	);
});
