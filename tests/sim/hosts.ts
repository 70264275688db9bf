/** An exact host name, or `*.sellasist.pl` for every host below it. */
export type HostPattern = string;

export const hostFits = (pattern: HostPattern, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : pattern === host;

/** The entry of the most exact pattern: the host itself before a wildcard. */
export const entryFor = <Entry>(entries: ReadonlyMap<HostPattern, Entry>, host: string): Entry | undefined => {
  const exact = entries.get(host);
  if (exact !== undefined) return exact;
  for (const [pattern, entry] of entries) if (hostFits(pattern, host)) return entry;
  return undefined;
};
