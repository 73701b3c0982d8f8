import type { Label } from '../../../../domain/scores/rulebook';

export const retail: Label = { en: 'Retail', zh: '零售业' };
