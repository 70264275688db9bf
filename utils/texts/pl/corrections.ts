import { CORRECTION_TEXTS } from '../correction';
import { date, quantityFrom, sumFrom } from '../figures';
import type { FindingTexts } from '../findings';

/** The way that is always open: a correction made in iFirma by hand, which Mostek then knows by its number. */
const BY_HAND = 'Otwórz ją w iFirma, wystaw korektę tam, a tutaj naciśnij „Powiąż z iFirma” albo „Pomiń”';

const invoice = (number: string): string => (number === '' ? 'Ta faktura' : `Faktura ${number}`);

export const correctionFindings: Pick<FindingTexts, Extract<keyof FindingTexts, `correct${string}`>> = {
  'correction-original-unsent': ({ number }) =>
    `Faktury, którą ta korekta koryguje${number === '' ? '' : ` (${number})`}, nie ma jeszcze w iFirma, a przynajmniej Mostek jej tam nie zna. Mostek może wysłać najpierw ją, a potem korektę. Jeśli faktura jest już w iFirma, powiąż ją najpierw na jej karcie.`,
  'correction-other-open': () =>
    'Inna korekta tej faktury została wysłana i nie wiadomo, czy iFirma ją zapisała. Najpierw wyjaśnij tamtą: znajdź ją w iFirma i powiąż.',
  'correction-of-correction': ({ number }) =>
    `Dokument ${number === '' ? 'w iFirma' : number} sam jest korektą, a korekty do korekty iFirma od Mostka nie przyjmie. Otwórz w iFirma fakturę pierwotną, wystaw do niej kolejną korektę tam, a tutaj naciśnij „Powiąż z iFirma” albo „Pomiń”.`,
  'correction-not-domestic': ({ number }) =>
    `${invoice(number)} nie jest zwykłą fakturą krajową, a iFirma przyjmuje od Mostka tylko korekty takich faktur. ${BY_HAND}.`,
  'correction-currency': ({ number, currency }) =>
    `${invoice(number)} jest w walucie ${currency}, a iFirma przyjmuje od Mostka tylko korekty faktur w złotych. ${BY_HAND}.`,
  'correction-lines-unknown': ({ number }) =>
    `${invoice(number)} nie ma w odpowiedzi iFirma pozycji, które dałoby się odczytać co do grosza, więc nie wiadomo, co korygować. ${BY_HAND}.`,
  'correction-sum-unclear': ({ number, sum, total }) =>
    `Pozycje faktury${number === '' ? '' : ` ${number}`} dają razem ${sumFrom(sum)}, a iFirma ${total === '' ? 'nie podaje jej sumy' : `podaje sumę ${sumFrom(total)}`}, więc różnicy nie da się policzyć co do grosza. ${BY_HAND}.`,
  'correction-net': () =>
    'Faktura w iFirma jest liczona od cen netto, a korekta w Sellasist ma ceny brutto, więc nie da się ich porównać co do grosza. Naciśnij „Utwórz korektę” przy tej fakturze i wpisz, co wróciło, albo wystaw korektę w iFirma.',
  'corrected-before': ({ number }) =>
    `Ta faktura była już korygowana${number === '' ? '' : `: ${number}`}. Sprawdź, czy to nie ta sama korekta; następna zacznie od stanu po ostatniej.`,
  'correction-too-early': ({ date: day, original }) =>
    `Data korekty ${date(day)} jest wcześniejsza niż data faktury ${date(original)}, a takiej iFirma nie przyjmie. Popraw datę korekty w Sellasist.`,
  'correction-nothing-changes': () =>
    'Ta korekta niczego nie zmienia: ilości, ceny i stawki są takie jak na fakturze. Wpisz, co wróciło; same dane nabywcy da się poprawić tylko korektą wystawioną w iFirma.',
  'correction-quantity-outside': ({ line, most }) =>
    `Pozycja „${line}” ma po korekcie ilość, której nie może mieć${most === '' ? '' : `: najwyżej ${quantityFrom(most)}, bo tyle jest na fakturze`}. Popraw ilość.`,
  'correction-discount-rounded': ({ line, ours, theirs }) =>
    `Pozycja „${line}” ma na fakturze rabat, którego korekta nie zna: z ceną po rabacie jej wartość zmieni się z ${sumFrom(theirs)} na ${sumFrom(ours)}, choć sama się nie zmienia. Zgódź się na to albo wystaw korektę w iFirma.`,
  'correction-reason-unfit': ({ reason }) =>
    `Powód „${CORRECTION_TEXTS.pl.reasons[reason as keyof typeof CORRECTION_TEXTS.pl.reasons] ?? reason}” nie pasuje: pozycję można dodać tylko korektą pomyłki. Wybierz powód „${CORRECTION_TEXTS.pl.reasons.POMYLKI}”.`,
  'correction-line-unmatched': ({ line }) =>
    `Pozycji „${line}” nie ma na fakturze w iFirma w takiej postaci, więc nie wiadomo, co skorygować. Porównaj nazwę, ilość i cenę w Sellasist z fakturą albo naciśnij przy niej „Utwórz korektę” i wpisz, co wróciło.`,
  'correction-total-unfit': ({ total }) =>
    `Suma korekty w Sellasist, ${sumFrom(total)}, nie pasuje ani do tego, co ma zostać na fakturze, ani do różnicy. Popraw kwoty korekty w Sellasist albo naciśnij przy fakturze „Utwórz korektę” i wpisz, co wróciło.`,
  'correction-ambiguous': ({ reading, after, difference }) =>
    `Korektę z Sellasist można odczytać na kilka sposobów. Jeden z nich: ${CORRECTION_TEXTS.pl.readings[reading] ?? reading}; wtedy po korekcie zostanie ${sumFrom(after)} (różnica ${sumFrom(difference)}). Wybierz właściwy.`,
  'correction-buyer-differs': ({ ours, theirs }) =>
    `Na korekcie nabywcą jest ${ours}, a na fakturze ${theirs}. Mostek nie może skorygować danych nabywcy: popraw je korektą wystawioną w iFirma, a tutaj naciśnij „Powiąż z iFirma” albo „Pomiń”.`,
  'correction-buyer-spelled': ({ ours, theirs }) =>
    `Dane nabywcy na korekcie („${ours}”) są zapisane inaczej niż na fakturze („${theirs}”). Ta korekta ich nie zmieni; jeśli to one mają być poprawione, wystaw korektę w iFirma.`,
};
