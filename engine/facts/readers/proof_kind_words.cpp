// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_words.h"
#include "engine/text/fold.h"

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {
/// Kind, strong words, weak words; phrases apart by bars.
constexpr const char *rows[][3] = {
    {"utility_bill",
     "kwh|electricity|electricity bill|gas bill|water bill|utility bill|energy bill|hydro|sewer|sewerage|"
     "électricité|facture d'eau|facture de gaz|enedis|m3|point de livraison|"
     "stromrechnung|gasrechnung|wasserrechnung|stadtwerke|abschlagsrechnung|wasserwerke|"
     "electricidad|factura de luz|factura de agua|factura de gas|energía eléctrica|"
     "energia elettrica|bolletta dell'acqua|bolletta del gas|bolletta luce|servizio idrico|energia|"
     "eletricidade|energia elétrica|fatura de água|conta de luz|conta de água|"
     "energię elektryczną|energii elektrycznej|faktura za wodę|faktura za gaz|faktura za energię|wodociągi|"
     "электроэнергию|электроэнергия|счёт за воду|счет за воду|водоканал|коммунальные услуги|водоснабжение|"
     "електроенергію|комунальні послуги|"
     "λογαριασμός ρεύματος|λογαριασμός νερού|ηλεκτρική|ηλεκτρικής ενέργειας|ύδρευση|ρεύματος|"
     "电费|水费|燃气费|电费账单|水费账单|电力公司|自来水|用电|電費|水費|電気料金|水道料金|전기요금|수도요금|"
     "elektriciteit|energienota|waterrekening|elräkning|elfaktura|elregning|strømregning|sähkölasku|"
     "vesilasku|"
     "elektřina|elektřiny|vodné|elektrina|villanyszámla|áramszámla|energie electrică|apă|struja|"
     "elektrik faturası|su faturası|doğalgaz faturası|tiền điện|tiền nước|hóa đơn tiền điện|tagihan listrik|"
     "فاتورة الكهرباء|فاتورة المياه|חשבון חשמל|חשבון מים|बिजली बिल|ค่าไฟฟ้า|ค่าน้ำ",
     "bill|invoice|meter|consumption|usage|water|energy|gas|tariff|kva|standing charge|"
     "facture|compteur|consommation|abonnement|énergie|gaz|tarif|eau|rechnung|zähler|verbrauch|strom|energie|"
     "wasser|grundpreis|zu zahlen|zählerstand|factura|contador|consumo|agua|luz|término fijo|total a pagar|"
     "bolletta|fattura|contatore|acqua|quota fissa|totale da pagare|fatura|água|termo fixo|leitura|"
     "faktura|zużycie|licznik|do zapłaty|opłata|woda|energia|счёт|счет|потребление|абонент|к "
     "оплате|показания|"
     "абонентская плата|λογαριασμός|κατανάλωση|πάγιο|ποσό "
     "πληρωμής|账单|用量|应付|缴费|基本费|発票|請求|사용량|"
     "factuur|verbruik|räkning|förbrukning|lasku|kulutus|účet|spotřeba|számla|fogyasztás|factură|consum|"
     "fatura|tüketim|hóa đơn|tagihan|فاتورة|استهلاك|חשבונית|צריכה"},
    {"telephone_bill",
     "telephone bill|phone bill|mobile bill|broadband|internet bill|roaming|landline|"
     "facture mobile|facture de téléphone|forfait mobile|livebox|facture internet|"
     "telefonrechnung|mobilfunk|mobilfunkrechnung|factura móvil|factura de teléfono|factura telefónica|"
     "bolletta del telefono|bolletta telefonica|fatura de telefone|fatura telefónica|conta de telefone|"
     "faktura za telefon|usługi telekomunikacyjne|счёт за телефон|счет за телефон|услуги связи|"
     "λογαριασμός "
     "τηλεφώνου|τηλεφώνου|电话费|电话费账单|话费|通信费|電話料金|통신요금|telefoonrekening|telefonräkning|"
     "puhelinlasku|telefonní účet|telefonszámla|factură telefon|telefon faturası|cước điện thoại|tagihan "
     "telepon|"
     "فاتورة الهاتف|חשבון טלפון",
     "bill|invoice|sms|calls|minutes|data|telecom|mobile|facture|appels|ligne|télécom|rechnung|anrufe|"
     "factura|"
     "llamadas|telefonía|bolletta|fattura|telefonia|chiamate|fatura|telefones|chamadas|faktura|rozmowy|"
     "счёт|счет|звонки|телеком|минуты|λογαριασμός|τηλεπικοινωνίες|κλήσεις|账单|电信|通话|应付|基本费|"
     "standing charge|"
     "abonnement|grundpreis|término fijo|quota fissa|termo fixo|opłata stała|абонентская плата|πάγιο"},
    {"bank_statement",
     "bank statement|statement of account|account statement|opening balance|closing balance|"
     "credit card statement|sort code|relevé de compte|solde créditeur|nouveau solde|ancien solde|solde "
     "initial|"
     "kontoauszug|kontostand|alter kontostand|neuer kontostand|extracto bancario|extracto de cuenta|saldo "
     "anterior|"
     "estado de cuenta|saldo actual|estratto conto|saldo iniziale|saldo finale|extrato de conta|extrato "
     "bancário|"
     "extrato|saldo final|wyciąg z rachunku|wyciąg bankowy|saldo początkowe|saldo końcowe|выписка по счёту|"
     "выписка по счету|входящий остаток|исходящий остаток|κίνηση λογαριασμού|αρχικό υπόλοιπο|τελικό υπόλοιπο|"
     "银行对账单|对账单|期初余额|期末余额|帳戶結單|取引明細|거래내역|rekeningafschrift|afschrift|kontoutdrag|"
     "kontoudskrift|tiliote|výpis z účtu|bankszámlakivonat|számlakivonat|extras de cont|izvod|hesap özeti|"
     "hesap ekstresi|sao kê|rekening koran|كشف حساب|דף חשבון|ใบแจ้งยอดบัญชี",
     "bank|banque|banco|banca|sparkasse|balance|solde|saldo|debit|credit|haben|soll|withdrawals|deposits|"
     "virement|"
     "transactions|iban|bic|statement|valeur|salary|salaire|loyer|gehalt|miete|nómina|alquiler|stipendio|"
     "affitto|"
     "ordenado|renda|wynagrodzenie|czynsz|bank|банк|остаток|заработная "
     "плата|аренда|τράπεζα|υπόλοιπο|μισθός|ενοίκιο|"
     "银行|余额|工资|摘要|rekening|konto|tili|účet|banka|ngân hàng|بنك|בנק"},
    {"tax_letter",
     "council tax|tax assessment|tax return|internal revenue|hm revenue|property tax|notice of assessment|"
     "revenue agency|revenue office|impôt sur le revenu|avis d'imposition|avis de taxe|taxe foncière|"
     "taxe d'habitation|direction générale des finances publiques|centre des finances|"
     "steuerbescheid|finanzamt|grundabgaben|abgabenbescheid|grundsteuer|agencia tributaria|impuesto de "
     "bienes|"
     "hacienda|ibi|avviso di tassa|tassa rifiuti|ufficio tributi|agenzia delle entrate|tari|imu|"
     "autoridade tributária|finanças|aviso do imposto|imposto municipal|iptu|urząd skarbowy|decyzja w "
     "sprawie podatku|"
     "podatku od nieruchomości|налоговое уведомление|налоговая инспекция|налоговая служба|податкове|"
     "εκκαθαριστικό|εφορία|ενφια|εκκαθαριστικό "
     "φόρου|税务局|税务通知书|税款|税務署|固定資産税|국세청|belastingdienst|"
     "aanslag|skatteverket|skattebesked|skattestyrelsen|skatteetaten|verohallinto|verotuspäätös|finanční "
     "úřad|"
     "finančný úrad|adóhatóság|anaf|porezna uprava|vergi dairesi|emlak vergisi|cục thuế|direktorat jenderal "
     "pajak|"
     "مصلحة الضرائب|רשות המסים|ארנונה",
     "tax|income|fiscal|revenue|impôts|taxe|revenu|logement|steuer|abgaben|bescheid|grundstück|impuesto|"
     "recibo|"
     "inmueble|tassa|tributi|immobile|imposto|imóvel|podatek|nieruchomości|налог|имущество|φόρος|φόρου|"
     "ακίνητο|"
     "税|房产|belasting|skatt|skat|vero|daň|adó|impozit|porez|vergi|thuế|pajak|ضريبة|מס"},
    {"official_letter",
     "certificate of residence|confirmation of residence|electoral register|department for work|social "
     "security|"
     "ministry of|attestation de domicile|justificatif de domicile|certificat de résidence|caisse "
     "d'allocations|"
     "attestation|ministère|meldebescheinigung|melderegister|certificado de empadronamiento|padrón municipal|"
     "ayuntamiento|certificato di residenza|anagrafe|atestado de residência|junta de freguesia|"
     "zaświadczenie o zameldowaniu|urząd miasta|справка о регистрации|свидетельство о регистрации|"
     "βεβαίωση κατοικίας|居住证明|户籍|住民票|주민등록|uittreksel basisregistratie|gemeente|folkbokföring|"
     "yerleşim yeri|ikametgah|giấy xác nhận cư trú|شهادة إقامة|אישור תושב",
     "préfecture|mairie|ministry|gemeinde|government|council|amt|comune|câmara|urząd|администрация|δήμος|"
     "政府|"
     "kommun|kommune|obec|belediye"},
    {"identity_document",
     "passport|passeport|reisepass|pasaporte|passaporto|passaporte|paszport|паспорт|διαβατήριο|护照|identity "
     "card|"
     "carte nationale d'identité|personalausweis|documento nacional de identidad|carta d'identità|"
     "cartão de cidadão|dowód osobisty|удостоверение личности|ταυτότητα|居民身份证|driving licence|driver "
     "license|"
     "drivers license|driver's licence|permis de conduire|führerschein|permiso de conducción|patente di "
     "guida|"
     "carta de condução|prawo jazdy|водительское удостоверение|άδεια οδήγησης|residence permit|titre de "
     "séjour|"
     "aufenthaltstitel|identiteitskaart|rijbewijs|körkort|førerkort|kørekort|ajokortti|řidičský průkaz|"
     "občanský průkaz|személyi igazolvány|kimlik kartı|sürücü belgesi|căn cước",
     "date of birth|date of expiry|nationality|date de naissance|geburtsdatum|surname|given names|place of "
     "birth|"
     "fecha de nacimiento|nacionalidad|data di nascita|data de nascimento|data urodzenia|дата рождения|"
     "ημερομηνία γέννησης|出生|国籍|gültig bis|expiry"},
    // What people send by mistake, none of which proves where they live.
    {"travel_booking",
     "your reservation|ticket and seat|your ticket|boarding pass|booking confirmation|booking reference|e "
     "ticket|"
     "itinerary|your booking|table for|check in date|billet électronique|carte d'embarquement|votre "
     "réservation|"
     "buchungsbestätigung|ihre buchung|ihre fahrkarte|tarjeta de embarque|su reserva|carta d'imbarco|"
     "prenotazione|a sua reserva|rezerwacja|бронирование|посадочный талон|κράτηση|订单|登机牌",
     "reservation|ticket|seat|coach|train|flight|class|passenger|departure|hotel|menu|visit|journey|wine|"
     "restaurant|"
     "réservation|siège|vol|passager|sitzplatz|flug|zug|asiento|vuelo|posto|volo|lugar|voo|miejsce|место|"
     "рейс|θέση"},
    {"membership",
     "welcome to the club|your membership|fitness club|gym membership|membership card|loyalty card|"
     "abonnement de sport|ihre mitgliedschaft|fitnessstudio|su membresía|gimnasio|tessera|palestra|"
     "clube de fitness|karta członkowska|клубная карта|συνδρομή μέλους|会员",
     "membership|member|club|locker|classes|fitness|gym|gold|points|towel|mitglied|socio|membro|członek|клуб|"
     "μέλος"},
    {"advertisement",
     "an offer for you|special offer|letting agency|viewings|for sale|limited offer|newsletter|prize "
     "draw|voucher|"
     "offre spéciale|sonderangebot|angebot für sie|oferta especial|offerta speciale|oferta specjalna|"
     "специальное предложение|προσφορά|优惠",
     "offer|rooms|balcony|appointment|discount|call us|square metres|a "
     "month|sale|win|offre|angebot|oferta|offerta|"
     "promotion|rabatt|descuento|sconto|desconto|rabat|скидка|έκπτωση|折扣"},
};

QStringList foldedPhrases(const char *phrases)
{
    QStringList words;
    for (const QString &phrase : QString::fromUtf8(phrases).split(u'|')) {
        const QString word = text::fold(withoutElision(phrase));
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return words;
}
} // namespace

QString withoutElision(QString text)
{
    for (const QChar sign : u"'’‘"_s)
        text.replace(sign, u' ');
    return text;
}

const QList<KindWords> &kindWords()
{
    static const QList<KindWords> table = [] {
        QList<KindWords> list;
        for (const auto &[kind, strong, weak] : rows)
            list.append({QString::fromLatin1(kind), foldedPhrases(strong), foldedPhrases(weak)});
        return list;
    }();
    return table;
}

} // namespace scrutineer::facts
