import type { StoredFile } from './files.ts';

/** Where a stored file can be fetched, without a key and without a session. */
export const addressOfFile = (subdomain: string, orderId: string, fieldId: string, file: StoredFile): string =>
  `https://${subdomain}.sellasist.pl${pathOfFile(orderId, fieldId, file)}`;

export const pathOfFile = (orderId: string, fieldId: string, file: StoredFile): string =>
  `/upload/orders/${orderId}/${fieldId}/${file.number}.pdf`;

export const FILE_PATH = /^\/upload\/orders\/\d+\/\d+\/(\d+)\.pdf$/;
