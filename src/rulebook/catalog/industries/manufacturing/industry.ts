import type { Label } from '../../../../domain/scores/rulebook';

export const manufacturing: Label = { en: 'Manufacturing', zh: '制造业' };
