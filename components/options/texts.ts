import { OPTIONS_TEXTS, type OptionsTexts } from '../../utils/texts/options';
import { usePage } from '../form/page';

export const useTexts = (): OptionsTexts => OPTIONS_TEXTS[usePage().language];
