import type { Lookup, System } from '../../engine/stream';
import { pipelinesCall } from './account';
import { defaultStatus } from './contacts';
import { readProperties, readProperty, type Property } from './properties';

const pipelinesOf =
	(object: string): Lookup =>
	async (session) =>
		(await session.ask(pipelinesCall(session, object))).results.map(({ id, label }) => ({
			value: id,
			label,
		}));

const propertiesOf =
	(object: string, fits: (property: Property) => boolean = () => true): Lookup =>
	async (session) =>
		(await readProperties(session, object))
			.filter((property) => property.hidden !== true && fits(property))
			.map(({ name, label }) => ({ value: name, label, description: name }));

const isNumber = ({ type }: Property): boolean => type === 'number';
const isChoice = ({ type }: Property): boolean => type === 'enumeration';

const contactValues: Lookup = async (session, settings) => {
	const name = settings.text('statusProperty') ?? defaultStatus;
	const { options } = await readProperty(session, 'contacts', name);
	return (options ?? [])
		.filter(({ hidden }) => hidden !== true)
		.map(({ value, label }) => ({ value, label }));
};

export const lookups: NonNullable<System['lookups']> = {
	ticketPipelines: pipelinesOf('tickets'),
	dealPipelines: pipelinesOf('deals'),
	ticketProperties: propertiesOf('tickets'),
	dealProperties: propertiesOf('deals'),
	contactProperties: propertiesOf('contacts'),
	ticketNumbers: propertiesOf('tickets', isNumber),
	dealNumbers: propertiesOf('deals', isNumber),
	contactNumbers: propertiesOf('contacts', isNumber),
	contactChoices: propertiesOf('contacts', isChoice),
	contactValues,
};
