import { cut, plain } from '../format';

/** Somebody else's text: nothing unseen in it, shortened where it would fill the page, the whole of it on hovering. */
export const Text = ({ children, most = 120 }: { children: string; most?: number }) => {
  const whole = plain(children);
  const shown = cut(whole, most);
  return shown === whole ? <bdi>{whole}</bdi> : <bdi title={whole}>{shown}</bdi>;
};
