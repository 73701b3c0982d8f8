/** Which kind of business system: the evidence's `source`. */
export type Area = 'crm' | 'finance' | 'support';

export type ParameterValue = string | number | boolean;

/** One setting of a stream, in a neutral form from which nodes make their panel. */
export interface Parameter {
	/** camelCase, unique within its stream. */
	readonly name: string;
	/** Title Case, English. */
	readonly label: string;
	readonly description: string;
	readonly kind: 'text' | 'number' | 'boolean' | 'choice';
	readonly choices?: readonly {
		readonly value: string;
		readonly label: string;
		readonly description: string;
	}[];
	readonly default: ParameterValue;
	readonly placeholder?: string;
	readonly required?: boolean;
	/** Shown, and checked, only while another parameter has one of these values. */
	readonly showFor?: { readonly parameter: string; readonly values: readonly string[] };
}

/** What a panel shows of a stream before it runs. */
export interface StreamPanel {
	/** For example 'tickets'. */
	readonly id: string;
	readonly label: string;
	readonly description: string;
	readonly area: Area;
	/** The activity that its evidence has unless the user names another. */
	readonly activity: string;
	readonly parameters: readonly Parameter[];
	/** What this vendor does not tell, said before the run; undefined: nothing to say. */
	readonly notice?: string;
}

/** What a panel shows of a system. */
export interface SystemPanel {
	/** The evidence's `system`, for example 'hubspot'. */
	readonly id: string;
	readonly label: string;
	/** The n8n credential type, for example 'performanceHubspotApi'. */
	readonly credential: string;
	readonly streams: readonly StreamPanel[];
}
