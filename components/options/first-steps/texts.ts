import { FIRST_STEPS_TEXTS, type FirstStepsTexts } from '../../../utils/texts/first-steps';
import { usePage } from '../../form/page';

export const useStepsTexts = (): FirstStepsTexts => FIRST_STEPS_TEXTS[usePage().language];
