import type { Label } from '../../../../domain/scores/rulebook';

export const it: Label = { en: 'IT', zh: '信息技术' };
