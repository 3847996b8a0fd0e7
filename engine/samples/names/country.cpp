// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/names/country.h"

#include <QLocale>

namespace scrutineer::samples {

using namespace Qt::StringLiterals;

namespace {
struct Row
{
    const char *code;
    const char *name;
    const char *nationality;
    const char *postal;
    AddressOrder order;
    const char *cities;
    const char *streets;
    const char *date;
};

using enum AddressOrder;
constexpr std::array<Row, allLanguages.size()> rows{{
    {"UTO", "Republic_of_Utopia", "Utopian", "@@# #@@", NumberStreetCityCode,
     "Amaurot Anemolia Port_Hythlo Nephelo Polyler Zapolet",
     "Harbour_Street Mill_Lane Victoria_Road Orchard_Avenue Saint_Mary's_Close Station_Road "
     "Kingfisher_Way",
     "icao"},
    {"QVA", "République_de_Valombre:Republic_of_Valombre", "Valombroise:Valombrian", "#####",
     NumberStreetCodeCity, "Clairval Saint-Éloi-sur-Mer Beaurivage Montdoré L'Aubière Hauteseille",
     "rue_du_Port avenue_des_Tilleuls boulevard_Saint-Éloi place_de_la_Fontaine impasse_des_Lilas "
     "rue_de_l'Église "
     "chemin_du_Vieux_Moulin",
     "dd MM yyyy"},
    {"QRL", "Bundesrepublik_Lindmark:Federal_Republic_of_Lindmark", "lindmärkisch:Lindmark", "#####",
     StreetNumberCodeCity, "Lindenburg Nordhüll Königsquell Altmühl Grünfelde Tiefensee",
     "Hafenstraße Lindenallee Am_Mühlbach Goethestraße Königsweg Bürgermeister-Höfer-Platz Gartenweg",
     "dd.MM.yyyy"},
    {"QSO", "República_de_Solandia:Republic_of_Solandia", "solandesa:Solandian", "#####", StreetCommaNumber,
     "Solara Puertoclaro Villanúñez Río_Hondo Montearce La_Peñuela",
     "Calle_del_Puerto Avenida_de_la_Constitución Calle_Núñez_de_Arce Plaza_Mayor Paseo_de_los_Álamos "
     "Calle_Alcalá "
     "Camino_de_la_Peña",
     "dd/MM/yyyy"},
    {"QPM", "República_de_Marelva:Republic_of_Marelva", "marelvense:Marelvan", "####-###", StreetCommaNumber,
     "Marelva Porto_Claro São_Tomé_da_Serra Vila_Formosa Ribeirão Alcáçova",
     "Rua_do_Cais Avenida_da_Liberdade Travessa_das_Flores Rua_de_São_João Praça_do_Comércio Largo_da_Sé "
     "Rua_Conceição",
     "dd/MM/yyyy"},
    {"QTM", "Repubblica_di_Montalba:Republic_of_Montalba", "montalbana:Montalban", "#####", StreetCommaNumber,
     "Montalba Santafiora Borgo_San_Nicolò Valdorica Pietrachiara Castelverde",
     "Via_del_Porto Corso_Garibaldi Piazza_della_Libertà Via_San_Nicolò Viale_dei_Tigli Vicolo_Stretto "
     "Via_Roma",
     "dd/MM/yyyy"},
    {"QQB", "Rzeczpospolita_Brzezia:Republic_of_Brzezia", "brzeska:Brzezian", "##-###", StreetNumberCodeCity,
     "Brzezin Wielkogóra Łąkowo Zaświęcie Kamieńsk_Górny Żółwin",
     "ul._Portowa ul._Świętojańska al._Niepodległości ul._Łąkowa ul._Długa pl._Wolności ul._Źródlana",
     "dd.MM.yyyy"},
    {"QYK", "Karayel_Cumhuriyeti:Republic_of_Karayel", "Karayelli:Karayelian", "#####", StreetNumberCodeCity,
     "Karayel Gümüşsu Yeşilköy Akçadere Işıklı Taşköprü",
     "Liman_Sokak Atatepe_Caddesi Gül_Sokağı Çınar_Caddesi Işıklar_Bulvarı Deniz_Sokak Şehitler_Caddesi",
     "dd.MM.yyyy"},
    {"QVH", "Cộng_hòa_An_Hải:Republic_of_An_Hai", "An_Hải:An_Hai", "######", NumberStreetCityCode,
     "An_Hải Bình_Sơn Long_Vân Phú_Thạch Tân_Hòa Vĩnh_Yên",
     "Đường_Hải_Cảng Phố_Hàng_Đào Đường_Lê_Lai Đường_Trần_Phú Phố_Huế Đường_Nguyễn_Trãi Ngõ_Hoa_Sen",
     "dd/MM/yyyy"},
    {"QSV", "Республика_Светогория:Republic_of_Svetogoria", "Светогория:Svetogorian", "######",
     StreetNumberCityCode, "Светлогорье Белоозёрск Новощигры Южный_Берег Царёво Жаворонки",
     "ул._Портовая ул._Садовая пр._Мира ул._Цветочная пер._Школьный ул._Щорса наб._Речная", "dd.MM.yyyy"},
    {"QUZ", "Республіка_Зорянія:Republic_of_Zoriania", "Зорянія:Zorianian", "#####", StreetNumberCityCode,
     "Зоряне Високий_Яр Жовтоводськ Їжакове Старогай Ясногірка",
     "вул._Портова вул._Садова просп._Миру вул._Квіткова пров._Шкільний вул._Грушева бульв._Лісовий",
     "dd.MM.yyyy"},
    {"QRG", "Δημοκρατία_της_Θαλασσίας:Republic_of_Thalassia", "Θαλασσία:Thalassian", "### ##",
     StreetNumberCodeCity,
     "Γαλήνη:Galini Νεάπολη:Neapoli Χρυσοχώρι:Chrysochori Λευκάδι:Lefkadi Πέτρα:Petra Αμπελώνας:Ampelonas",
     "Λιμένος:Limenos Ακαδημίας:Akadimias Αγίου_Νικολάου:Agiou_Nikolaou Ερμού:Ermou Σόλωνος:Solonos "
     "Ελευθερίας:Eleftherias Παλαιολόγου:Palaiologou",
     "icao"},
    {"QRW", "جمهورية_الواحة:Republic_of_Al-Waha", "واحية:Wahan", "#####", NumberStreetCityCode,
     "الواحة:Al-Waha عين_النور:Ain_Al-Noor باب_البحر:Bab_Al-Bahr الرملية:Al-Ramliya المنارة:Al-Manara "
     "وادي_السلام:Wadi_Al-Salam",
     "شارع_الميناء:Al-Mina_Street شارع_النخيل:Al-Nakheel_Street شارع_الجامعة:Al-Jamia_Street "
     "طريق_البحر:Al-Bahr_Road شارع_السوق:Al-Souq_Street شارع_الحديقة:Al-Hadiqa_Street",
     "dd/MM/yyyy"},
    {"QNE", "מדינת_נווה_ים:State_of_Neve-Yam", "נווה_ים:Neve-Yam", "#######", StreetNumberCodeCity,
     "נווה_ים:Neve_Yam גבעת_אור:Givat_Or מעיין:Maayan תל_שקד:Tel_Shaked עין_רוח:Ein_Ruach "
     "הר_צופים:Har_Tzofim",
     "הנמל:HaNamal הזית:HaZayit ההגנה:HaHagana שדרות_האורן:Sderot_HaOren הגפן:HaGefen הים:HaYam",
     "dd/MM/yyyy"},
    {"QNV", "नवभूमि_गणराज्य:Republic_of_Navbhoomi", "नवभूमि:Navbhoomian", "######", NumberStreetCityCode,
     "नवनगर:Navnagar सूर्यपुर:Suryapur चंदनगढ़:Chandangarh हरितपुर:Haritpur शांतिवन:Shantivan देवघाट:Devghat",
     "बंदरगाह_मार्ग:Bandargah_Marg गांधी_मार्ग:Gandhi_Marg स्टेशन_रोड:Station_Road मंदिर_मार्ग:Mandir_Marg "
     "कमल_नगर:Kamal_Nagar नेहरू_पथ:Nehru_Path",
     "dd/MM/yyyy"},
    {"QYZ", "云海共和国:Republic_of_Yunhai", "云海:Yunhai", "######", LargeToSmall,
     "云溪市:Yunxi 青河市:Qinghe 海宁州市:Haining 白石市:Baishi 长乐市:Changle 龙泉口市:Longquankou",
     "港口路:Gangkou_Road 长安路:Chang'an_Road 人民路:Renmin_Road 中山大道:Zhongshan_Avenue "
     "建设街:Jianshe_Street "
     "解放路:Jiefang_Road",
     "icao"},
    {"QWS", "若波国:State_of_Wakanami", "若波:Wakanami", "###-####", LargeToSmall,
     "若波市:Wakanami 青浜市:Aohama 白川町:Shirakawa 月見市:Tsukimi 桜谷市:Sakuradani 松ヶ崎市:Matsugasaki",
     "港町:Minatomachi 本町:Honcho 桜通り:Sakuradori 緑が丘:Midorigaoka 中央:Chuo 若葉台:Wakabadai", "icao"},
    {"QZH", "한빛공화국:Republic_of_Hanbit", "한빛:Hanbit", "#####", LargeToSmall,
     "한빛시:Hanbit 새벽시:Saebyeok 푸른군:Pureun 은하시:Eunha 달빛시:Dalbit 솔향시:Solhyang",
     "항구로:Hanggu-ro 중앙로:Jungang-ro 장미길:Jangmi-gil 벚꽃로:Beotkkot-ro 학교길:Hakgyo-gil "
     "소나무로:Sonamu-ro",
     "icao"},
}};

Country makeCountry(Language language)
{
    const Row &row = rows[static_cast<size_t>(language)];
    Country country;
    country.language = language;
    country.code = QString::fromLatin1(row.code);
    country.name = nameList(row.name, language).first();
    country.nationality = nameList(row.nationality, language).first();
    country.postalPattern = QString::fromLatin1(row.postal);
    country.addressOrder = row.order;
    country.cities = nameList(row.cities, language);
    country.streets = nameList(row.streets, language);
    country.shortDate = QString::fromLatin1(row.date);
    return country;
}

QString fromLargeToSmall(const PostalAddress &address, Language language)
{
    const QString unit = language == Language::Chinese    ? u"号"_s
                         : language == Language::Japanese ? u"番地"_s
                                                          : QString();
    const QString space = language == Language::Korean ? u" "_s : QString();
    return address.city + space + address.street + space + address.houseNumber +
           (address.houseNumber.isEmpty() ? QString() : unit);
}
} // namespace

const Country &countryOf(Language language)
{
    static const QList<Country> countries = [] {
        QList<Country> list;
        for (const Language each : allLanguages)
            list.append(makeCountry(each));
        return list;
    }();
    return countries[static_cast<qsizetype>(language)];
}

QString documentDate(const QDate &date, const Country &country)
{
    if (country.shortDate == "icao"_L1)
        return QLocale(QLocale::English, QLocale::UnitedKingdom)
            .toString(date, u"dd MMM yyyy"_s)
            .toUpper()
            .replace(u"SEPT"_s, u"SEP"_s);
    return date.toString(country.shortDate);
}

QString streetLine(const PostalAddress &address, const Country &country, bool native)
{
    if (address.houseNumber.isEmpty())
        return address.street;
    const AddressOrder order =
        !native && !isLatin(country.language) ? AddressOrder::NumberStreetCityCode : country.addressOrder;
    switch (order) {
    case NumberStreetCityCode:
    case NumberStreetCodeCity:
        return address.houseNumber + u' ' + address.street;
    case StreetNumberCodeCity:
        return address.street + u' ' + address.houseNumber;
    case StreetCommaNumber:
        return address.street + u", "_s + address.houseNumber;
    case StreetNumberCityCode:
        return address.street + (country.language == Language::Russian ? u", д. "_s : u", буд. "_s) +
               address.houseNumber;
    case LargeToSmall:
        break;
    }
    return fromLargeToSmall({address.street, address.houseNumber, {}, {}}, country.language).trimmed();
}

QStringList addressLines(const PostalAddress &address, const Country &country, bool native)
{
    const QString street = streetLine(address, country, native);
    QStringList lines;
    if (!native && !isLatin(country.language)) {
        lines = {street,
                 address.city + (address.postalCode.isEmpty() ? QString() : u' ' + address.postalCode)};
    } else {
        switch (country.addressOrder) {
        case NumberStreetCityCode:
            lines = country.language == Language::English
                        ? QStringList{street, address.city, address.postalCode}
                        : QStringList{street, address.city + u' ' + address.postalCode};
            break;
        case NumberStreetCodeCity:
        case StreetNumberCodeCity:
        case StreetCommaNumber:
            lines = {street, address.postalCode + u' ' + address.city};
            break;
        case StreetNumberCityCode:
            lines = {street, address.city, address.postalCode};
            break;
        case LargeToSmall:
            lines = {(country.language == Language::Japanese ? u"〒"_s : QString()) + address.postalCode,
                     fromLargeToSmall(address, country.language)};
            break;
        }
    }
    for (QString &line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    return lines;
}

} // namespace scrutineer::samples
