// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/facts/readers/proof_words.h"

#include "engine/text/fold.h"

namespace scrutineer::facts {

using namespace Qt::StringLiterals;

namespace {
/// Phrases apart by bars, as people print them; one language a row.
template <size_t N>
QStringList folded(const char *const (&rows)[N])
{
    QStringList words;
    for (const char *row : rows) {
        for (const QString &phrase : QString::fromUtf8(row).split(u'|')) {
            const QString word = text::fold(phrase);
            if (!word.isEmpty() && !words.contains(word))
                words.append(word);
        }
    }
    return words;
}

constexpr const char *issue[] = {
    "invoice date|date of invoice|bill date|date of bill|date of your bill|billing date|statement date|"
    "date of statement|issue date|date of issue|date issued|issued|issued on|dated|letter date|date of "
    "letter|"
    "date of this letter|date of this notice|notice date|date prepared|bill issued|bill issue date|invoice "
    "issued",
    "facture du|date de facture|date de la facture|date facture|date de facturation|date d'émission|emise le|"
    "émis le|établi le|établie le|date d'édition|édité le|relevé du|date du relevé|relevé arrêté au|arrêté "
    "au|"
    "date d'établissement|avis du|fait à|fait le|date du document|date du courrier",
    "rechnungsdatum|rechnung vom|ausgestellt am|ausstellungsdatum|erstellt am|erstellungsdatum|auszug vom|"
    "kontoauszug vom|bescheid vom|datum des bescheids|datum der "
    "rechnung|bescheiddatum|belegdatum|auszugsdatum|"
    "datum des schreibens",
    "fecha de emisión|fecha emisión|fecha de factura|fecha factura|fecha de la factura|fecha de expedición|"
    "fecha del extracto|fecha de extracto|fecha del documento|fecha de documento|emitida el|emitido el|"
    "fecha de facturación|fecha de corte",
    "data di emissione|data emissione|data fattura|data della fattura|data bolletta|data estratto conto|"
    "data dell'estratto conto|data dell'avviso|data documento|data del documento|emessa il|emesso il|"
    "bolletta del|fattura del|bolletta emessa il",
    "data de emissão|data da emissão|data de emissao|data da fatura|data fatura|data da factura|data do "
    "extrato|"
    "data do extracto|data do aviso|data do documento|data documento|emitida em|emitido em|emissão",
    "data wystawienia|data wystawienia faktury|wystawiono|wystawiono dnia|data wyciągu|data pisma|data "
    "faktury|"
    "data dokumentu|data sporządzenia|data decyzji|z dnia",
    "дата счёта|дата счета|дата выписки|дата документа|дата выставления|дата составления|дата формирования|"
    "дата выдачи|дата уведомления|дата рахунку|дата виставлення|дата документу",
    "ημερομηνία έκδοσης|ημ/νία έκδοσης|ημερομηνία κίνησης|ημερομηνία εγγράφου|ημερομηνία λογαριασμού|"
    "ημερομηνία τιμολογίου|ημερ έκδοσης|εκδόθηκε στις",
    "开票日期|对账单日期|通知日期|账单日期|账单日|出账日期|打印日期|制单日期|填发日期|签发日期|開票日期|"
    "帳單日期|"
    "發出日期|発行日|作成日|請求日|발행일|작성일|고지일",
    "factuurdatum|datum factuur|datum afschrift|afschriftdatum|datum van de factuur|dagtekening|datum "
    "aanslag",
    "fakturadatum|utfärdad|utfärdandedatum|faktureringsdatum|fakturadato|udstedt|udstedelsesdato|utstedt|"
    "laskun päiväys|laskupäivä|laskun päivämäärä",
    "datum vystavení|datum vyhotovení|vystaveno dne|dátum vystavenia|dátum vyhotovenia|kiállítás dátuma|"
    "számla kelte|kelte|data emiterii|data facturii|data emitere|datum izdavanja|datum računa|datum izdaje|"
    "дата на издаване|дата на фактура|датум издавања",
    "fatura tarihi|düzenlenme tarihi|düzenleme tarihi|ekstre tarihi|belge tarihi|hesap kesim tarihi",
    "ngày phát hành|ngày lập|ngày hóa đơn|ngày ký|tanggal terbit|tanggal tagihan|tanggal faktur|tarikh bil",
    "تاريخ الإصدار|تاريخ الفاتورة|تاريخ إصدار|תאריך הפקה|תאריך חשבונית|תאריך המסמך|תאריך עריכה",
    "बिल दिनांक|जारी करने की तिथि|बिल की तारीख|วันที่ออก|วันที่ออกใบแจ้ง"};

constexpr const char *other[] = {
    "due|pay by|payment|payable|debited|direct "
    "debit|next|by|birth|born|dob|period|until|valid|expires|expiry|"
    "start|end|begin|contract|meter reading|reading|last bill|previous|printed|effective|since|reference "
    "date",
    "prochaine|prochain|prélevé|prélèvement|échéance|payer avant|régler avant|avant le|limite|règlement|"
    "naissance|né le|née le|période|vers le|jusqu|jusqu'au|valable|expire|début|fin|contrat|depuis",
    "fälligkeit|fällig|zahlbar|abbuchung|nächste|geburtsdatum|geboren|zeitraum|abrechnungszeitraum|gültig|"
    "ablesung|kunde seit|seit",
    "vencimiento|pago|cargo|próxima|nacimiento|periodo|hasta|desde|lectura|cliente desde",
    "scadenza|entro il|nascita|nato il|nata il|prossima|periodo|lettura|cliente dal|dal|fino al|pagamento",
    "data limite|limite de pagamento|vencimento|nascimento|período|próxima|leitura|até|cliente desde",
    "termin płatności|termin zapłaty|płatne do|okres|okres rozliczeniowy|następna|urodzenia|klient od|odczyt",
    "оплатить до|срок оплаты|период|расчётный период|следующий счёт|рождения|абонент с|показания|"
    "термін оплати|сплатити до|народження",
    "λήξη|λήξη πληρωμής|πληρωμή έως|περίοδος|επόμενος|επόμενη|γέννησης|πελάτης από",
    "截止日|缴费截止日|到期日|周期|计费周期|下期|下期账单日|开户日期|出生日期|起止日期|支払期限|生年月日|"
    "次回|납기일|생년월일",
    "vervaldatum|betalen "
    "voor|periode|geboortedatum|volgende|förfallodag|förfallodatum|forfaldsdato|forfallsdato|"
    "eräpäivä|födelsedatum|fødselsdato|syntymäaika|seuraava",
    "datum splatnosti|splatnost|dátum splatnosti|období|obdobie|narození|narodenia|fizetési határidő|időszak|"
    "született|születési|scadent|data scadenței|perioada|nașterii|datum dospijeća|dospeće|rođenja|краен срок",
    "son ödeme|son ödeme tarihi|vade|dönem|doğum|bir sonraki",
    "hạn thanh toán|kỳ|ngày sinh|jatuh tempo|tanggal lahir|bayar sebelum",
    "تاريخ الاستحقاق|تاريخ الميلاد|الفترة|לתשלום עד|תאריך לידה|תקופה|देय तिथि|जन्म तिथि|ครบกำหนด|วันเกิด"};

constexpr const char *plain[] = {
    "date|datum|fecha|data|le|den|du|vom|dato|päiväys|päivämäärä|dátum|tarih|tarihi|"
    "ngày|tanggal|tarikh|дата|ημερομηνία|ημ/νία|التاريخ|תאריך|दिनांक|วันที่"};

constexpr const char *holder[] = {
    "account holder|account name|customer name|name of customer|bill to|billed to|service "
    "for|taxpayer|customer",
    "titulaire du contrat|titulaire du compte|titulaire|nom du client|client",
    "kontoinhaber|vertragsinhaber|kunde|titular|titular del contrato|nombre|intestatario|intestato a|cliente",
    "titular do contrato|nome|nome do cliente|nabywca|odbiorca|klient|posiadacz "
    "rachunku|абонент|клиент|плательщик|"
    "налогоплательщик|πελάτης|δικαιούχος|όνομα|客户名称|户名|客户姓名|纳税人|klant|rekeninghouder|"
    "kontohavare|kunde|"
    "zákazník|ügyfél|client|müşteri|khách hàng|اسم العميل|שם הלקוח"};

constexpr const char *languageWords[][2] = {
    {"fra", "le|les|du|des|et|vous|votre|pour|sur|au|facture|une|est|par|nous|vos|rue|compte|montant|total|"
            "solde|loyer|client|carte|payer"},
    {"deu",
     "der|die|das|und|ihr|ihre|für|mit|von|den|rechnung|sie|ist|nicht|bei|zum|im|datum|betrag|seite|kunde|"
     "kundennummer|kundenservice|kontoauszug|rechnungsnummer|miete|gehalt|zahlbar|neuer|alter|konto|strom"},
    {"spa", "el|los|las|del|su|por|con|para|una|factura|fecha|es|usted|importe|calle|sus|al|periodo|cliente|"
            "atención"},
    {"ita", "il|lo|gli|della|delle|dei|di|per|con|una|bolletta|data|è|importo|via|totale|periodo|entro|"
            "cliente|acqua|"
            "fattura|indichi|grazie|numero|pagina|saldo|descrizione|carta|servizio|clienti|affitto|stipendio|"
            "estratto|conto"},
    {"por", "o|os|as|do|da|dos|das|em|com|para|uma|fatura|data|não|valor|rua|seu|sua|até|período|cliente|"
            "imposto|número|página|saldo|descrição|cartão|conta|apoio|renda|extrato|compra"},
    {"pol", "i|w|na|do|z|za|się|od|nr|faktura|data|numer|zapłaty|klienta|okres|dziękujemy|prosimy|ul|strona|"
            "kwota|opis|kartą|płatność|saldo|czynsz|rachunku|obsługa"},
    {"nld", "het|een|van|voor|uw|en|op|met|te|factuur|datum|bedrag|wij|niet|straat"},
    {"eng", "the|and|of|your|you|for|to|is|this|with|bill|please|account|date|are|our|from|by|amount|total|"
            "customer|number|statement|period|page|pay|usage|balance|card|payment|service|opening"}};
} // namespace

const QStringList &issueWords()
{
    static const QStringList words = folded(issue);
    return words;
}

const QStringList &otherDateWords()
{
    static const QStringList words = folded(other);
    return words;
}

const QStringList &plainDateWords()
{
    static const QStringList words = folded(plain);
    return words;
}

const QStringList &holderWords()
{
    static const QStringList words = folded(holder);
    return words;
}

const QList<CommonWords> &commonWords()
{
    static const QList<CommonWords> table = [] {
        QList<CommonWords> list;
        for (const auto &[language, words] : languageWords)
            list.append({QString::fromLatin1(language), folded({words})});
        return list;
    }();
    return table;
}

} // namespace scrutineer::facts
