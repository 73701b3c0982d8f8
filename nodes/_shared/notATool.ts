/** For nodes that no language model may start. n8n's type knows only `true`; its loader also reads `false`. */
export const notATool = false as unknown as true;
