/** What the region of an order needs, as one file that is loaded when somebody looks for an order. */
export { renderOrder } from '../order/render';
export { saveFileFrom } from '../order/save-file';
