/** Words of a service within a sentence of ours; nothing where there are none (`?`: a parameter that is missing). */
export const words = (text: string): string => (text === '' || text === '?' ? '' : `: “${text}”`);
export const code = (kod: string): string => (/\d/.test(kod) ? ` (Kod ${kod.replace(/\D+/g, '')})` : '');
export const http = (status: string): string => (/\d/.test(status) ? ` (HTTP ${status})` : '');
export const isSaid = (text: string): boolean => text !== '' && text !== '?';
