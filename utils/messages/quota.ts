/** How much of the services' limits is used. */

/** What was used of a limit, and how much there is. */
export interface Used {
  readonly used: number;
  readonly limit: number;
}

/** The limits of one iFirma login, or of one panel. */
export interface QuotaView {
  readonly service: 'iFirma' | 'Sellasist';
  /** The login or the panel's sub-domain. */
  readonly name: string;
  readonly minute: Used;
  /** null: the service has no limit a day. */
  readonly day: Used | null;
  /** Documents of the month; null: not known (no key `abonent`, or iFirma did not say). */
  readonly documents: (Used & { /** Epoch milliseconds. */ readonly at: number }) | null;
  /** The service asked for a rest until then (epoch milliseconds); null: it did not. */
  readonly closedUntil: number | null;
}

export interface QuotaCommands {
  /** How much of the services' limits is used. */
  quota: { ask: Record<never, never>; reply: readonly QuotaView[] };
}
