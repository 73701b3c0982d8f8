import type { Label } from '../../../../domain/kernel/label';

export const retail: Label = { en: 'Retail', zh: '零售业' };
