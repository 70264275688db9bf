/** How one account of the stand-in behaves where the real one may differ, or where the sources of ifirma-api.md disagree. */
export interface IfirmaSwitches {
  /** false: every request of this user is answered with Kod 499. */
  termsAccepted: boolean;
  /** false: Kod 500. */
  permitted: boolean;
  /** Kod 100 instead of any work. */
  technicalProblem: boolean;
  /** Account settings that forbid new documents: this text with Kod 202. */
  refusal: string | null;
  /** false: the rules of ifirma-api 2.7. */
  vatPayer: boolean;
  /** false: exempt lines beside taxed ones are answered with Kod 202 (ifirma-api 9.1). */
  exemptRatioKnown: boolean;
  ossEnabled: boolean;
  ksefConnected: boolean;
  /** Around the single document (ifirma-api 5.1); `top` was seen live in 2026. */
  detail: 'top' | 'response' | 'wynik' | 'wynik-array';
  /** For so many reads or so long after the booking `PelnyNumer` is missing, or digits only. */
  numberLag: { readonly reads?: number; readonly ms?: number; readonly shows: 'missing' | 'digits' } | null;
  /** For so many lists or so long after the booking the document is in no list. */
  listLag: { readonly reads?: number; readonly ms?: number } | null;
  /** false: `Pozycje` is missing in the single document, as seen for documents made in the panel. */
  linesInDetail: boolean;
  ksefName: 'NumerKSEF' | 'NumerKSeF';
  /** What becomes of a document sent to KSeF, after so many reads or so long. */
  ksef: {
    readonly outcome: 'accepted' | 'rejected' | 'pending';
    readonly reads?: number;
    readonly ms?: number;
    readonly reason?: string;
    /** `Status` while it is on its way; default: none is shown. */
    readonly trace?: string;
  };
  /** Some documents answer a PDF request only to one of the two (ifirma-api 5.2). */
  pdfBy: 'both' | 'id' | 'number';
  /** Where a correction is read back (ifirma-api 4.5: not known). */
  correctionPath: 'korekta' | 'fakturakraj' | 'both';
  /** What `WartoscBrutto` of a correction says; no source knows. */
  correctionSum: 'difference' | 'after';
  /** Whether `faktury.json` lists corrections; no source knows. */
  correctionsInList: boolean;
  /** The key for bills; the sources disagree (ifirma-api 1.3). */
  billKey: 'rachunek' | 'faktura';
  requestsPerMinute: number;
  requestsPerDay: number;
  documentsPerMonth: number;
  /** What answers a request beyond the limits; not documented (ifirma-api 7). */
  limitAnswer: '429' | '429-bare' | 'kod-100';
}

export const DEFAULT_SWITCHES: Readonly<IfirmaSwitches> = {
  termsAccepted: true,
  permitted: true,
  technicalProblem: false,
  refusal: null,
  vatPayer: true,
  exemptRatioKnown: true,
  ossEnabled: true,
  ksefConnected: true,
  detail: 'top',
  numberLag: null,
  listLag: null,
  linesInDetail: true,
  ksefName: 'NumerKSEF',
  ksef: { outcome: 'accepted', reads: 1 },
  pdfBy: 'both',
  correctionPath: 'korekta',
  correctionSum: 'difference',
  correctionsInList: false,
  billKey: 'rachunek',
  requestsPerMinute: 100,
  requestsPerDay: 15_000,
  documentsPerMonth: 1000,
  limitAnswer: '429',
};
