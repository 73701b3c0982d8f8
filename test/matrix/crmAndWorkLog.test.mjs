// Half of the fault matrix, so that two can run side by side. Run: npm run build && node --test test/matrix/*.mjs
import { testMatrix } from './matrix.mjs';

testMatrix(['crm', 'workLog']);
