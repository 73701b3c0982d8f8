import type { System } from './engine/stream';
import { hubspot } from './vendors/hubspot/system';

/** Every system that evidence can be read from. A new one is a folder in vendors and a line here. */
export const systems: readonly System[] = [hubspot];
