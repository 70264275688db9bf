import { SECURITY_TEXTS, type SecurityTexts } from '../../../utils/texts/security';
import { usePage } from '../../form/page';

export const useSecurityTexts = (): SecurityTexts => SECURITY_TEXTS[usePage().language];
