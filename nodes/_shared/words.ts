/** What is separated by commas: 'E001, E002,' → E001, E002. */
export const words = (text: string): string[] =>
	text
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');
