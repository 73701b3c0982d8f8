import type { Label } from '../../../../domain/kernel/label';

export const it: Label = { en: 'IT', zh: '信息技术' };
