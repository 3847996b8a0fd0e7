// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/proof/words.h"

#include <QLocale>
#include <QStringList>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
// One row a language of proofLanguages, in the order of Word.
constexpr std::array rows{
    "Your electricity bill|Your water bill|Your telephone bill|Statement of account|Notice of council tax|"
    "Utopia Power|Anyder Water|Amaurot Telecom|Bank of Nephelo|City of Amaurot, Revenue Office|"
    "Issue date|Statement date|Date of this letter|Payment due|Billing period|Your next bill|Customer number|"
    "Invoice number|Total to pay|Usage in this period|Standing charge|VAT 20 %|Customer service|Page 1 of 1|"
    "Customer since|Opening balance|Closing balance|Description|Amount|Date|"
    "We have set the tax for the property named above. Please pay the amount by the day stated below.|"
    "Thank you for your custom. Please quote your customer number in all letters.|Salary|Rent|Card payment",
    "Votre facture d'électricité|Votre facture d'eau|Votre facture de téléphone|Relevé de compte|Avis de "
    "taxe "
    "d'habitation|Valombre Énergie|Eaux de Clairval|Télécom Valombre|Banque du Port|Centre des finances de "
    "Clairval|"
    "Date de facture|Relevé arrêté au|Date d'établissement|À régler avant le|Période de "
    "facturation|Prochaine facture "
    "vers le|Référence client|N° de facture|Total à payer|Consommation de la période|Abonnement|TVA 20 "
    "%|Service "
    "clients|Page 1 sur 1|Client depuis le|Solde initial|Nouveau solde|Libellé|Montant|Date|"
    "La taxe du logement désigné ci-dessus a été établie. Le montant est à régler avant la date indiquée.|"
    "Nous vous remercions de votre confiance. Rappelez votre référence client dans tout courrier.|Virement "
    "salaire|Loyer|Paiement par carte",
    "Ihre Stromrechnung|Ihre Wasserrechnung|Ihre Telefonrechnung|Kontoauszug|Bescheid über Grundabgaben|"
    "Lindmark Strom AG|Wasserwerke Lindenburg|Lindfon GmbH|Sparbank Lindenburg|Finanzamt Lindenburg|"
    "Rechnungsdatum|Auszug vom|Datum des Bescheids|Zahlbar bis|Abrechnungszeitraum|Nächste "
    "Abrechnung|Kundennummer|"
    "Rechnungsnummer|Zu zahlender Betrag|Verbrauch im Zeitraum|Grundpreis|MwSt. 19 %|Kundenservice|Seite 1 "
    "von 1|"
    "Kunde seit|Alter Kontostand|Neuer Kontostand|Verwendungszweck|Betrag|Datum|"
    "Für das oben genannte Grundstück wurden die Abgaben festgesetzt. Bitte zahlen Sie bis zum genannten "
    "Tag.|"
    "Vielen Dank für Ihr Vertrauen. Bitte geben Sie bei Schreiben stets Ihre Kundennummer an.|Gehalt|Miete|"
    "Kartenzahlung",
    "Su factura de electricidad|Su factura de agua|Su factura de teléfono|Extracto de cuenta|Recibo del "
    "impuesto de "
    "bienes|Luz de Solandia|Aguas de Solara|Telefonía Solandia|Banco de Solara|Hacienda de Solara|"
    "Fecha de emisión|Fecha del extracto|Fecha del documento|Fecha de vencimiento|Periodo de "
    "facturación|Próxima "
    "factura|Número de cliente|N.º de factura|Total a pagar|Consumo del periodo|Término fijo|IVA 21 "
    "%|Atención al "
    "cliente|Página 1 de 1|Cliente desde|Saldo anterior|Saldo actual|Concepto|Importe|Fecha|"
    "Se ha fijado el impuesto del inmueble arriba indicado. Abone el importe antes del día señalado.|"
    "Gracias por su confianza. Indique su número de cliente en toda comunicación.|Nómina|Alquiler|Pago con "
    "tarjeta",
    "Bolletta dell'energia elettrica|Bolletta dell'acqua|Bolletta del telefono|Estratto conto|Avviso di "
    "tassa "
    "rifiuti|Montalba Energia|Acque di Montalba|Telefonia Montalba|Banca di Montalba|Ufficio tributi di "
    "Montalba|"
    "Data emissione|Data estratto conto|Data dell'avviso|Scadenza|Periodo di fatturazione|Prossima "
    "bolletta|Codice "
    "cliente|Numero fattura|Totale da pagare|Consumo del periodo|Quota fissa|IVA 10 %|Servizio "
    "clienti|Pagina 1 di 1|"
    "Cliente dal|Saldo iniziale|Saldo finale|Descrizione|Importo|Data|"
    "È stata determinata la tassa per l'immobile sopra indicato. L'importo va versato entro il giorno "
    "indicato.|"
    "Grazie per la fiducia. Indichi il codice cliente in ogni comunicazione.|Stipendio|Affitto|Pagamento "
    "carta",
    "A sua fatura de eletricidade|A sua fatura de água|A sua fatura de telefone|Extrato de conta|Aviso do "
    "imposto "
    "municipal|Marelva Energia|Águas de Marelva|Telefones de Marelva|Banco do Cais|Finanças de Marelva|"
    "Data de emissão|Data do extrato|Data do aviso|Data limite de pagamento|Período de faturação|Próxima "
    "fatura|N.º de "
    "cliente|N.º da fatura|Total a pagar|Consumo do período|Termo fixo|IVA 23 %|Apoio ao cliente|Página 1 de "
    "1|Cliente "
    "desde|Saldo anterior|Saldo final|Descrição|Valor|Data|"
    "Foi fixado o imposto do imóvel acima indicado. Pague o valor até ao dia assinalado.|"
    "Obrigado pela sua confiança. Indique o número de cliente em toda a "
    "correspondência.|Ordenado|Renda|Compra com "
    "cartão",
    "Faktura za energię elektryczną|Faktura za wodę|Faktura za telefon|Wyciąg z rachunku|Decyzja w sprawie "
    "podatku|"
    "Energia Brzezia S.A.|Wodociągi Brzezin|Telefonia Brzezia|Bank Brzezina|Urząd Skarbowy w Brzezinie|"
    "Data wystawienia|Data wyciągu|Data pisma|Termin płatności|Okres rozliczeniowy|Następna faktura|Numer "
    "klienta|Numer faktury|Do zapłaty|Zużycie w okresie|Opłata stała|VAT 23 %|Obsługa klienta|Strona 1 z "
    "1|Klient "
    "od|Saldo początkowe|Saldo końcowe|Opis|Kwota|Data|"
    "Ustalono podatek od nieruchomości wskazanej powyżej. Prosimy o zapłatę do podanego dnia.|"
    "Dziękujemy za zaufanie. Prosimy podawać numer klienta w każdym piśmie.|Wynagrodzenie|Czynsz|Płatność "
    "kartą",
    "Счёт за электроэнергию|Счёт за воду|Счёт за телефон|Выписка по счёту|Налоговое уведомление|"
    "Светоэнерго|Водоканал Светлогорья|Светотелеком|Банк Светлогорье|Налоговая инспекция г. Светлогорье|"
    "Дата счёта|Дата выписки|Дата документа|Оплатить до|Расчётный период|Следующий счёт|Номер абонента|Номер "
    "счёта|Итого к оплате|Потребление за период|Абонентская плата|НДС 20 %|Служба поддержки|Страница 1 из "
    "1|Абонент "
    "с|Входящий остаток|Исходящий остаток|Назначение|Сумма|Дата|"
    "Вам начислен налог на указанное выше имущество. Просим оплатить до указанного дня.|"
    "Благодарим за доверие. Указывайте номер абонента во всех письмах.|Заработная плата|Аренда|Оплата картой",
    "Λογαριασμός ρεύματος|Λογαριασμός νερού|Λογαριασμός τηλεφώνου|Κίνηση λογαριασμού|Εκκαθαριστικό φόρου|"
    "Ηλεκτρική Θαλασσίας|Ύδρευση Γαλήνης|Τηλεπικοινωνίες Θαλασσίας|Τράπεζα Γαλήνης|Εφορία Γαλήνης|"
    "Ημερομηνία έκδοσης|Ημερομηνία κίνησης|Ημερομηνία εγγράφου|Λήξη πληρωμής|Περίοδος χρέωσης|Επόμενος "
    "λογαριασμός|Αριθμός πελάτη|Αριθμός τιμολογίου|Ποσό πληρωμής|Κατανάλωση περιόδου|Πάγιο|ΦΠΑ 24 "
    "%|Εξυπηρέτηση "
    "πελατών|Σελίδα 1 από 1|Πελάτης από|Αρχικό υπόλοιπο|Τελικό υπόλοιπο|Περιγραφή|Ποσό|Ημ/νία|"
    "Εκδόθηκε ο φόρος για το ακίνητο που αναφέρεται πιο πάνω. Πληρώστε το ποσό έως την ημέρα που ορίζεται.|"
    "Σας ευχαριστούμε. Αναφέρετε πάντα τον αριθμό πελάτη σας.|Μισθός|Ενοίκιο|Πληρωμή με κάρτα",
    "电费账单|水费账单|电话费账单|银行对账单|税务通知书|云海电力公司|云溪自来水公司|云海电信|云海银行|"
    "云溪市税务局|"
    "开票日期|对账单日期|通知日期|缴费截止日|计费周期|下期账单日|客户编号|发票号码|应付金额|本期用量|基本费|"
    "增值税 6 "
    "%|客户服务|第 1 页，共 1 "
    "页|开户日期|期初余额|期末余额|摘要|金额|日期|上述房产的税款已核定，请在规定日期前缴纳。|"
    "感谢您的信任。来函请注明客户编号。|工资|房租|刷卡消费"};
static_assert(rows.size() == proofLanguages.size());

qsizetype rowOf(Language language)
{
    return std::find(proofLanguages.begin(), proofLanguages.end(), language) - proofLanguages.begin();
}
} // namespace

bool hasProofs(Language language)
{
    return rowOf(language) < static_cast<qsizetype>(proofLanguages.size());
}

QString word(Word word, Language language)
{
    static const QList<QStringList> table = [] {
        QList<QStringList> list;
        for (const char *row : rows)
            list.append(QString::fromUtf8(row).split(u'|'));
        return list;
    }();
    return hasProofs(language) ? table[rowOf(language)].value(static_cast<qsizetype>(word)) : QString();
}

QString letterDate(const QDate &date, Language language, bool longForm)
{
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English, QLocale::UnitedKingdom)
            .toString(date, longForm ? u"d MMMM yyyy"_s : u"dd/MM/yyyy"_s);
    case Language::French:
        return longForm ? QLocale(QLocale::French).toString(date, u"d MMMM yyyy"_s)
                        : date.toString(u"dd/MM/yyyy"_s);
    case Language::German:
        return longForm ? QLocale(QLocale::German).toString(date, u"d. MMMM yyyy"_s)
                        : date.toString(u"dd.MM.yyyy"_s);
    case Language::Spanish:
        return longForm ? QLocale(QLocale::Spanish).toString(date, u"d 'de' MMMM 'de' yyyy"_s)
                        : date.toString(u"dd/MM/yyyy"_s);
    case Language::Portuguese:
        return longForm ? QLocale(QLocale::Portuguese).toString(date, u"d 'de' MMMM 'de' yyyy"_s)
                        : date.toString(u"dd-MM-yyyy"_s);
    case Language::Polish:
        return date.toString(longForm ? u"dd.MM.yyyy"_s : u"yyyy-MM-dd"_s);
    case Language::Russian:
        return date.toString(u"dd.MM.yyyy"_s);
    case Language::Chinese:
        return longForm ? u"%1年%2月%3日"_s.arg(date.year()).arg(date.month()).arg(date.day())
                        : date.toString(u"yyyy-MM-dd"_s);
    default:
        return date.toString(u"dd/MM/yyyy"_s);
    }
}

QString money(int cents, Language language)
{
    const bool point = language == Language::English || language == Language::Chinese;
    const QString sign = cents < 0 ? u"-"_s : QString();
    const int absolute = std::abs(cents);
    return sign + QString::number(absolute / 100) + (point ? u'.' : u',') +
           u"%1"_s.arg(absolute % 100, 2, 10, QLatin1Char('0'));
}

} // namespace scrutineer::samples
