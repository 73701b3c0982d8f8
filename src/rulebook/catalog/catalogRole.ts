import type { Label } from '../../domain/kernel/label';
import type { RoleShape } from '../rulebookShape';

/** A role to start from: plain rulebook data, with examples that a reader can check on paper. */
export interface CatalogRole {
	/** Absent: a role of any company. */
	readonly industry?: Label;
	readonly role: RoleShape & { readonly label: Label };
}
