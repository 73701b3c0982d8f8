import type { Label } from '../../../../domain/kernel/label';

export const manufacturing: Label = { en: 'Manufacturing', zh: '制造业' };
