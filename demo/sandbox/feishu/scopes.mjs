// Permissions of a Feishu app, by the names that Feishu has for them.
export const scopes = {
	approvals: 'approval:approval:readonly',
	email: 'contact:user.email:readonly',
	userIds: 'contact:user.id:readonly',
	convert: 'corehr:common_data.id.convert:read',
	employees: 'corehr:employee:read',
	sources: 'payroll:external_datasource_configuration:read',
	readRows: 'payroll:external_datasource_record:read',
	writeRows: 'payroll:external_datasource_record:write',
	archives: 'corehr:compensation_archive_detail:read',
	archiveItems: 'corehr:compensation_archive_detail.items:read',
	items: 'corehr:compensation_item:read',
	currencies: 'corehr:common_data.basic_data:read',
};
