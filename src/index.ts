export { loadRulebook } from './rulebook/loadRulebook';
