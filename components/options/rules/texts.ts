import { RULES_TEXTS, type RulesTexts } from '../../../utils/texts/options/rules';
import { usePage } from '../../form/page';

export const useRulesTexts = (): RulesTexts => RULES_TEXTS[usePage().language];
