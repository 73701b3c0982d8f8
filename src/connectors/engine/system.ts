/** Which kind of business system: the evidence's `source`. */
export type Area = 'crm' | 'finance' | 'support' | 'workLog';

/** Which fields of the vendor's are kept, each under the name that it has in the evidence. */
export type FieldNames = { readonly [vendorField: string]: string };
export type ParameterValue = string | number | boolean | readonly string[] | FieldNames;

/** Something of the system that a setting may name: a pipeline, a queue, a field. */
export interface ParameterChoice {
	readonly value: string;
	readonly label: string;
	readonly description?: string;
}

/** One setting of a stream, in a neutral form from which nodes make their panel. */
export interface Parameter {
	/** camelCase, unique within its stream. */
	readonly name: string;
	/** Title Case, English. */
	readonly label: string;
	readonly description: string;
	/** `list`: several names; `fields`: fields of the vendor's to keep, each under a name of one's own. */
	readonly kind: 'text' | 'number' | 'boolean' | 'choice' | 'list' | 'fields';
	readonly choices?: readonly (ParameterChoice & { readonly description: string })[];
	/** For text, list and fields: which of the system's `lookups` names what there is to choose from. */
	readonly lookup?: string;
	/** Another parameter, on which what there is to choose from depends. */
	readonly dependsOn?: string;
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
	/** The n8n credential type, for example 'performanceHubspotApi'; absent: nothing signs in. */
	readonly credential?: string;
	/** The credential type of an app that a person signs in to by OAuth2, where there is the choice. */
	readonly appCredential?: string;
	readonly streams: readonly StreamPanel[];
}
