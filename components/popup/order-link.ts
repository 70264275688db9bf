/** The order card in the panel (sellasist-panel 1). */
export const orderCardUrl = (panel: string, orderId: string): string =>
  `https://${encodeURIComponent(panel)}.sellasist.pl/admin/orders/edit/${encodeURIComponent(orderId)}`;
