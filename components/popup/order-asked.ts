/** The order that a person has found by its number. */
export interface OrderAsked {
  readonly panel: string;
  readonly orderId: string;
}
