import { evidenceProperties } from '../_shared/evidencePanel';

export const properties = evidenceProperties('workLog');
