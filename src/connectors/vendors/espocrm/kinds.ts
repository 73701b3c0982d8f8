/** What differs between the entity types of EspoCRM that are read. */
export interface Kind {
	readonly entity: 'Opportunity' | 'Task' | 'Case';
	/** The field that EspoCRM's metadata names as its status. */
	readonly stage: 'stage' | 'status';
	readonly noun: string;
	/** EspoCRM's own values, where the settings name no others. */
	readonly done: readonly string[];
	readonly cancelled: readonly string[];
}

/** Code: application/Espo/Modules/Crm/Resources/metadata, scopes and entityDefs of each */
export const opportunityKind: Kind = {
	entity: 'Opportunity',
	stage: 'stage',
	noun: 'opportunities',
	done: ['Closed Won', 'Closed Lost'],
	cancelled: [],
};
export const taskKind: Kind = {
	entity: 'Task',
	stage: 'status',
	noun: 'tasks',
	done: ['Completed'],
	cancelled: ['Canceled'],
};
export const caseKind: Kind = {
	entity: 'Case',
	stage: 'status',
	noun: 'cases',
	done: ['Closed', 'Rejected'],
	cancelled: ['Duplicate'],
};
