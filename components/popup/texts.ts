import { POPUP_TEXTS, type PopupTexts } from '../../utils/texts/popup';
import { usePage } from '../form/page';

export const useTexts = (): PopupTexts => POPUP_TEXTS[usePage().language];
