/** Calendar dates as `RRRR-MM-DD` texts, which compare as they are. */
export interface AccountingMonth {
  /** 1–12. */
  readonly month: number;
  readonly year: number;
}

export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
};

export const monthOf = (date: string): AccountingMonth => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
});

export const isIn = (date: string, { month, year }: AccountingMonth): boolean => {
  const own = monthOf(date);
  return own.month === month && own.year === year;
};

export const nextMonth = ({ month, year }: AccountingMonth): AccountingMonth =>
  month === 12 ? { month: 1, year: year + 1 } : { month: month + 1, year };

export const previousMonth = ({ month, year }: AccountingMonth): AccountingMonth =>
  month === 1 ? { month: 12, year: year - 1 } : { month: month - 1, year };

const padded = (value: number): string => String(value).padStart(2, '0');

export const dayOf = ({ month, year }: AccountingMonth, day: number): string =>
  `${year}-${padded(month)}-${padded(day)}`;

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
