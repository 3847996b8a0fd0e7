// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/specimen/labels.h"

#include <QHash>
#include <QStringList>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
constexpr auto keys =
    "surname|given_names|nationality|date_of_birth|place_of_birth|sex|issued_on|expires_on|number|"
    "issuer|address|personal_number|height|signature|passport|id_card|driving_licence|"
    "residence_permit|work_permit|student_card";

// One row a language, in the order of the keys.
constexpr std::array rows{
    "Surname|Given names|Nationality|Date of birth|Place of birth|Sex|Date of issue|Date of expiry|Document "
    "No.|"
    "Authority|Address|Personal No.|Height|Signature|PASSPORT|IDENTITY CARD|DRIVING LICENCE|RESIDENCE "
    "PERMIT|WORK "
    "PERMIT|STUDENT CARD",
    "Nom|Prénoms|Nationalité|Date de naissance|Lieu de naissance|Sexe|Date de délivrance|Date "
    "d'expiration|N° du "
    "document|Autorité|Domicile|N° personnel|Taille|Signature|PASSEPORT|CARTE D'IDENTITÉ|PERMIS DE "
    "CONDUIRE|TITRE DE "
    "SÉJOUR|AUTORISATION DE TRAVAIL|CARTE D'ÉTUDIANT",
    "Name|Vornamen|Staatsangehörigkeit|Geburtsdatum|Geburtsort|Geschlecht|Ausstellungsdatum|Gültig "
    "bis|Dokument-Nr.|Behörde|Anschrift|Personennummer|Größe|Unterschrift|REISEPASS|PERSONALAUSWEIS|"
    "FÜHRERSCHEIN|"
    "AUFENTHALTSTITEL|ARBEITSERLAUBNIS|STUDIERENDENAUSWEIS",
    "Apellidos|Nombre|Nacionalidad|Fecha de nacimiento|Lugar de nacimiento|Sexo|Fecha de expedición|Válido "
    "hasta|Núm. "
    "de documento|Autoridad|Domicilio|Núm. personal|Estatura|Firma|PASAPORTE|DOCUMENTO DE IDENTIDAD|PERMISO "
    "DE "
    "CONDUCCIÓN|PERMISO DE RESIDENCIA|PERMISO DE TRABAJO|CARNÉ DE ESTUDIANTE",
    "Apelido|Nome próprio|Nacionalidade|Data de nascimento|Local de nascimento|Sexo|Data de emissão|Válido "
    "até|N.º do "
    "documento|Autoridade|Morada|N.º pessoal|Altura|Assinatura|PASSAPORTE|CARTÃO DE CIDADÃO|CARTA DE "
    "CONDUÇÃO|AUTORIZAÇÃO DE RESIDÊNCIA|AUTORIZAÇÃO DE TRABALHO|CARTÃO DE ESTUDANTE",
    "Cognome|Nome|Cittadinanza|Data di nascita|Luogo di nascita|Sesso|Data di rilascio|Data di scadenza|N. "
    "documento|Autorità|Residenza|Codice personale|Statura|Firma|PASSAPORTO|CARTA D'IDENTITÀ|PATENTE DI "
    "GUIDA|"
    "PERMESSO DI SOGGIORNO|PERMESSO DI LAVORO|TESSERA STUDENTE",
    "Nazwisko|Imiona|Obywatelstwo|Data urodzenia|Miejsce urodzenia|Płeć|Data wydania|Data ważności|Numer "
    "dokumentu|Organ wydający|Adres|Nr osobisty|Wzrost|Podpis|PASZPORT|DOWÓD OSOBISTY|PRAWO JAZDY|KARTA "
    "POBYTU|ZEZWOLENIE NA PRACĘ|LEGITYMACJA STUDENCKA",
    "Soyadı|Adı|Uyruğu|Doğum tarihi|Doğum yeri|Cinsiyeti|Veriliş tarihi|Son geçerlilik|Belge No|Veren "
    "makam|Adres|Kimlik No|Boy|İmza|PASAPORT|KİMLİK KARTI|SÜRÜCÜ BELGESİ|İKAMET İZNİ|ÇALIŞMA İZNİ|ÖĞRENCİ "
    "KARTI",
    "Họ|Tên|Quốc tịch|Ngày sinh|Nơi sinh|Giới tính|Ngày cấp|Có giá trị đến|Số|Nơi cấp|Nơi thường trú|Số định "
    "danh|Chiều cao|Chữ ký|HỘ CHIẾU|CĂN CƯỚC|GIẤY PHÉP LÁI XE|THẺ CƯ TRÚ|GIẤY PHÉP LAO ĐỘNG|THẺ SINH VIÊN",
    "Фамилия|Имя|Гражданство|Дата рождения|Место рождения|Пол|Дата выдачи|Действителен до|№ "
    "документа|Выдан|Адрес|Личный №|Рост|Подпись|ПАСПОРТ|УДОСТОВЕРЕНИЕ ЛИЧНОСТИ|ВОДИТЕЛЬСКОЕ "
    "УДОСТОВЕРЕНИЕ|ВИД НА "
    "ЖИТЕЛЬСТВО|РАЗРЕШЕНИЕ НА РАБОТУ|СТУДЕНЧЕСКИЙ БИЛЕТ",
    "Прізвище|Ім'я|Громадянство|Дата народження|Місце народження|Стать|Дата видачі|Дійсний до|№ "
    "документа|Орган|Адреса|Особистий №|Зріст|Підпис|ПАСПОРТ|ПОСВІДЧЕННЯ ОСОБИ|ПОСВІДЧЕННЯ ВОДІЯ|ПОСВІДКА НА "
    "ПРОЖИВАННЯ|ДОЗВІЛ НА РОБОТУ|СТУДЕНТСЬКИЙ КВИТОК",
    "Επώνυμο|Όνομα|Ιθαγένεια|Ημερομηνία γέννησης|Τόπος γέννησης|Φύλο|Ημερομηνία έκδοσης|Ημερομηνία λήξης|Αρ. "
    "εγγράφου|Αρχή|Διεύθυνση|Προσωπικός αρ.|Ύψος|Υπογραφή|ΔΙΑΒΑΤΗΡΙΟ|ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ|ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ|ΑΔΕΙΑ "
    "ΔΙΑΜΟΝΗΣ|ΑΔΕΙΑ ΕΡΓΑΣΙΑΣ|ΦΟΙΤΗΤΙΚΗ ΤΑΥΤΟΤΗΤΑ",
    "اللقب|الاسم|الجنسية|تاريخ الميلاد|مكان الميلاد|الجنس|تاريخ الإصدار|تاريخ الانتهاء|رقم الوثيقة|جهة "
    "الإصدار|العنوان|الرقم الشخصي|الطول|التوقيع|جواز سفر|بطاقة هوية|رخصة قيادة|تصريح إقامة|تصريح عمل|بطاقة "
    "طالب",
    "שם משפחה|שם פרטי|אזרחות|תאריך לידה|מקום לידה|מין|תאריך הנפקה|בתוקף עד|מס' תעודה|רשות|מען|מספר "
    "אישי|גובה|חתימה|"
    "דרכון|תעודת זהות|רישיון נהיגה|רישיון שהייה|היתר עבודה|כרטיס סטודנט",
    "उपनाम|नाम|राष्ट्रीयता|जन्म तिथि|जन्म स्थान|लिंग|जारी करने की तिथि|समाप्ति की तिथि|दस्तावेज़ "
    "सं.|प्राधिकारी|पता|व्यक्तिगत "
    "सं.|ऊँचाई|हस्ताक्षर|पासपोर्ट|पहचान पत्र|ड्राइविंग लाइसेंस|निवास परमिट|कार्य परमिट|छात्र कार्ड",
    "姓|名|国籍|出生日期|出生地点|性别|签发日期|有效期至|证件号码|签发机关|住址|个人编号|身高|签名|护照|"
    "居民身份证|驾驶证|居留许可|工作许可|学生证",
    "姓|名|国籍|生年月日|出生地|性別|発行年月日|有効期間満了日|番号|発行官庁|住所|個人番号|身長|署名|旅券|"
    "身分証明書|運転免許証|在留許可証|就労許可証|学生証",
    "성|이름|국적|생년월일|출생지|성별|발급일|기간만료일|번호|발행관청|주소|개인번호|신장|서명|여권|"
    "주민등록증|운전면허증|거주허가증|취업허가증|학생증",
};
static_assert(rows.size() == allLanguages.size());

QList<QHash<QString, QString>> makeTable()
{
    const QStringList names = QString::fromLatin1(keys).split(u'|');
    QList<QHash<QString, QString>> table;
    for (const char *row : rows) {
        const QStringList words = QString::fromUtf8(row).split(u'|');
        QHash<QString, QString> byKey;
        for (qsizetype i = 0; i < std::min(names.size(), words.size()); ++i)
            byKey.insert(names[i], words[i]);
        table.append(byKey);
    }
    return table;
}
} // namespace

QString labelOf(const QString &key, Language language)
{
    static const QList<QHash<QString, QString>> table = makeTable();
    return table[static_cast<qsizetype>(language)].value(key);
}

QString bilingualLabel(const QString &key, Language language)
{
    const QString own = labelOf(key, language);
    const QString other = labelOf(key, language == Language::English ? Language::French : Language::English);
    if (own == other)
        return own;
    // The mark keeps both words and the dot of "No." in their places.
    return isRightToLeft(language) ? QChar(0x200e) + own + QChar(0x200e) + u" / "_s + other
                                   : own + u" / "_s + other;
}

} // namespace scrutineer::samples
