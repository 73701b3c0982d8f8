/** A text for people, in the languages that staff read. */
export interface Label {
	readonly en: string;
	readonly zh: string;
}
