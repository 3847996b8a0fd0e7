// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/samples/names/name_tables.h"

#include "engine/samples/names/transliteration.h"

#include <QStringList>

namespace scrutineer::samples {

namespace {
/// Names as they are written in one language. familyFemale is empty where it is the same as family.
struct Table
{
    const char *female;
    const char *male;
    const char *family;
    const char *familyFemale = "";
};

// Common names of each language. Those of other scripts carry the spelling that passports of such countries
// use: pinyin, Hepburn, Revised Romanisation, ELOT 743, and what is usual for Arabic, Hebrew and Hindi.
constexpr Table english{
    "Alice Charlotte Emily Grace Hannah Imogen Lucy Olivia Phoebe Rosalind Tabitha Zoe",
    "Arthur Benjamin Callum Edward Frederick George Henry Jack Oliver Theodore William Rhys",
    "Ashworth Bennett Carlisle Fairweather Goodwin Harcourt Kingsley Langford Merriweather "
    "Northcott O'Connell Pemberton Radcliffe Sinclair Thornbury Underwood Wakefield Whitlock "
    "Yardley Fitzgerald Marlowe Brooks-Hale"};
constexpr Table french{
    "Anaïs Camille Chloé Élodie Hélène Inès Léa Margaux Noémie Océane Solène Zoé",
    "Adrien Benoît Clément Étienne François Gaël Jérôme Loïc Mathéo Rémi Thibault Noël",
    "Beaufort Chênevert Delacroix Dubois Fontaine Garçon Lefèvre Marchand Montclair Noirot "
    "Pélissier Queneau Rochefort Séguin Tessier Vasseur Bérenger d'Aubigné Lemaître Côté "
    "Saint-Clair Hébert"};
constexpr Table german{
    "Anneliese Britta Dörte Elfriede Grete Heike Jördis Käthe Lieselotte Mareike Sönke Ursula",
    "Björn Detlef Florian Günther Hans-Peter Jörg Jürgen Käspar Lukas Matthäus Rüdiger Volker",
    "Müller Schäfer Köhler Weiß Grünwald Höfer Jäger Krüger Lindemann Möbius Nüßlein Oberländer "
    "Pfeiffer Rößler Straßburger Tänzer Ueberschär Vögele Würth Zöllner Groß von_Brücken"};
constexpr Table spanish{
    "Alejandra Belén Concepción Inés Lucía María Noelia Pilar Rocío Sofía Ximena Begoña",
    "Álvaro Andrés Ángel Iñaki Jesús José Martín Óscar Rubén Sebastián Tomás Adrián",
    "Álvarez Béjar Cañizares Domínguez Echeverría Fernández García Ibáñez Jiménez López Muñoz "
    "Núñez Ordóñez Peña Quiñones Rodríguez Sánchez Ulloa Vázquez Yáñez Zúñiga Agüero"};
constexpr Table portuguese{
    "Beatriz Catarina Conceição Inês Joana Lídia Mafalda Matilde Raquel Sofia Teresa Leonor",
    "António Duarte Estêvão Gonçalo João Luís Mário Nuno Rui Sebastião Tomé Vítor",
    "Araújo Brandão Carvalhão Conceição Esteves Falcão Gonçalves Guimarães Leitão Magalhães "
    "Nóbrega Patrão Quintão Romão Salomão Simões Teixeira Valadão Vieira Assunção Frazão "
    "Sampaio"};
constexpr Table italian{
    "Alessia Beatrice Chiara Elettra Fiamma Ginevra Letizia Margherita Ottavia Serena Viola Lucia",
    "Alessandro Edoardo Fabrizio Giacomo Jacopo Leonardo Niccolò Ottone Raffaele Tommaso "
    "Vincenzo Cosimo",
    "Abbatantuono Bellucci Calabrò D'Angelo De_Santis Esposito Ferrari Gagliardi Lombardo Macrì "
    "Nicolò Orlandi Pellegrini Quaranta Romanò Santoro Tedesco Ughi Verdi Zanetti Cantù Dall'Orto"};
constexpr Table polish{
    "Agnieszka Bożena Danuta Elżbieta Gabriela Grażyna Iwona Jolanta Łucja Małgorzata Zofia Żaneta",
    "Bartłomiej Błażej Cezary Dariusz Grzegorz Jędrzej Łukasz Michał Paweł Stanisław Wojciech "
    "Zdzisław",
    "Kowalski Wiśniewski Wójcik Dąbrowski Zieliński Szymański Woźniak Jabłoński Król Wieczorek "
    "Czerwiński Głowacki Sikorski Pawłowski Gołąb Świątek Łęcki Żurawski Ćwikliński Brzęczek "
    "Krawczyk Źrebiec",
    "Kowalska Wiśniewska Wójcik Dąbrowska Zielińska Szymańska Woźniak Jabłońska Król Wieczorek "
    "Czerwińska Głowacka Sikorska Pawłowska Gołąb Świątek Łęcka Żurawska Ćwiklińska Brzęczek "
    "Krawczyk Źrebiec"};
constexpr Table turkish{
    "Ayşe Başak Çiğdem Elif Fatma Gülşen İpek Müge Özlem Şule Tuğba Yağmur",
    "Ahmet Barış Çağlar Emre Gökhan Işık İsmail Kıvanç Ömer Süleyman Tuğrul Yiğit",
    "Yılmaz Demirkan Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Çetin Koç Kurt "
    "Güneş Şimşek Bozkurt Ünal Taşçı Aksoy Erdoğmuş İnce"};
constexpr Table vietnamese{
    "Thị_Ánh Thị_Bích Thị_Hường Thị_Kiều Thị_Lệ Ngọc_Mỹ Thị_Nguyệt Minh_Phượng Thùy_Trang "
    "Thị_Tuyết Hải_Yến Thu_Hà",
    "Văn_Đức Quốc_Bảo Hữu_Dũng Minh_Đạt Xuân_Hiếu Gia_Huy Đình_Khôi Văn_Lộc Trọng_Nghĩa Anh_Quân "
    "Đức_Thắng Văn_Tùng",
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Trịnh Đinh Lương "
    "Mạc Tạ"};
constexpr Table russian{
    "Анастасия Валентина Галина Екатерина Жанна Ксения Людмила Наталья Ольга Светлана Юлия Яна",
    "Алексей Борис Виктор Геннадий Дмитрий Евгений Игорь Михаил Николай Сергей Юрий Фёдор",
    "Иванов Щукин Журавлёв Кузнецов Царёв Чернышёв Шаповалов Яковлев Юдин Эрастов Хромов "
    "Голубев Виноградов Зайцев Лебедев Мельников Никифоров Орлов Панфилов Рыбаков Соловьёв Тихонов",
    "Иванова Щукина Журавлёва Кузнецова Царёва Чернышёва Шаповалова Яковлева Юдина Эрастова Хромова "
    "Голубева Виноградова Зайцева Лебедева Мельникова Никифорова Орлова Панфилова Рыбакова "
    "Соловьёва Тихонова"};
constexpr Table ukrainian{
    "Богдана Вікторія Ганна Євгенія Зоряна Ірина Катерина Лариса Оксана Поліна Христина Юлія",
    "Андрій Богдан Василь Григорій Дмитро Євген Ігор Кирило Матвій Олексій Сергій Юрій",
    "Шевченко Ткаченко Бойко Кравчук Гайдук Ґудзь Єременко Жук Заєць Іваненко Ковальчук Лисенко "
    "Мельник Павлюк Романюк Савченко Тищенко Хоменко Цимбал Чайка Щербак Якименко"};
constexpr Table greek{
    "Αικατερίνη:Aikaterini Βασιλική:Vasiliki Δήμητρα:Dimitra Ελένη:Eleni Ζωή:Zoi Ιωάννα:Ioanna Μαρία:Maria "
    "Όλγα:Olga Παρασκευή:Paraskevi Σοφία:Sofia Χριστίνα:Christina Φωτεινή:Foteini",
    "Αλέξανδρος:Alexandros Γεώργιος:Georgios Δημήτριος:Dimitrios Ευάγγελος:Evangelos Θεόδωρος:Theodoros "
    "Ιωάννης:Ioannis Κωνσταντίνος:Konstantinos Νικόλαος:Nikolaos Παναγιώτης:Panagiotis Σπυρίδων:Spyridon "
    "Στέφανος:Stefanos Χρήστος:Christos",
    "Παπαδόπουλος:Papadopoulos Γεωργίου:Georgiou Δημητρίου:Dimitriou Οικονόμου:Oikonomou Παππάς:Pappas "
    "Καραγιάννης:Karagiannis Μακρής:Makris Αγγελίδης:Angelidis Βλάχος:Vlachos Ζαχαρίου:Zachariou "
    "Θεοδώρου:Theodorou Ιωάννου:Ioannou Κωστόπουλος:Kostopoulos Λάμπρου:Lamprou Μιχαηλίδης:Michailidis "
    "Νικολάου:Nikolaou Ξένος:Xenos Ράπτης:Raptis Σταύρου:Stavrou Τσακίρης:Tsakiris Φιλίππου:Filippou "
    "Χατζής:Chatzis",
    "Παπαδοπούλου:Papadopoulou Γεωργίου:Georgiou Δημητρίου:Dimitriou Οικονόμου:Oikonomou Παππά:Pappa "
    "Καραγιάννη:Karagianni Μακρή:Makri Αγγελίδου:Angelidou Βλάχου:Vlachou Ζαχαρίου:Zachariou "
    "Θεοδώρου:Theodorou Ιωάννου:Ioannou Κωστοπούλου:Kostopoulou Λάμπρου:Lamprou Μιχαηλίδου:Michailidou "
    "Νικολάου:Nikolaou Ξένου:Xenou Ράπτη:Rapti Σταύρου:Stavrou Τσακίρη:Tsakiri Φιλίππου:Filippou "
    "Χατζή:Chatzi"};
constexpr Table arabic{
    "أمينة:Amina بشرى:Bushra جميلة:Jamila حنان:Hanan خديجة:Khadija رانيا:Rania زينب:Zaynab سلمى:Salma "
    "فاطمة:Fatima ليلى:Layla مريم:Maryam نورة:Noura",
    "أحمد:Ahmed إبراهيم:Ibrahim حسن:Hassan خالد:Khaled سامي:Sami طارق:Tareq عمر:Omar فيصل:Faisal كريم:Karim "
    "محمد:Mohammed مصطفى:Mustafa يوسف:Youssef",
    "الأنصاري:Al-Ansari البغدادي:Al-Baghdadi التميمي:Al-Tamimi الجابري:Al-Jabri الحداد:Al-Haddad "
    "الخطيب:Al-Khatib الراشد:Al-Rashid الزهراني:Al-Zahrani السباعي:Al-Sibai الشامي:Al-Shami "
    "الصباغ:Al-Sabbagh العمري:Al-Omari الفارسي:Al-Farsi القاسم:Al-Qasim المصري:Al-Masri النجار:Al-Najjar "
    "حمدان:Hamdan دياب:Diab سليمان:Suleiman عثمان:Othman منصور:Mansour ياسين:Yassin"};
constexpr Table hebrew{
    "אביגיל:Avigail דבורה:Dvora חנה:Hanna יעל:Yael מיכל:Michal נועה:Noa רבקה:Rivka רות:Rut שרה:Sara "
    "תמר:Tamar אורלי:Orli גילה:Gila",
    "אבנר:Avner אורי:Uri גדעון:Gideon דוד:David חיים:Haim יהודה:Yehuda יצחק:Yitzhak משה:Moshe נדב:Nadav "
    "עמוס:Amos רון:Ron שמעון:Shimon",
    "אברהמי:Avrahami ברק:Barak גולן:Golan דגן:Dagan הראל:Harel זמיר:Zamir חזן:Hazan טל:Tal ירקוני:Yarkoni "
    "כרמל:Carmel לביא:Lavi מזרחי:Mizrahi נאור:Naor סגל:Segal עמית:Amit פרץ:Peretz צור:Tzur קדם:Kedem "
    "רגב:Regev שקד:Shaked תבור:Tavor אלון:Alon"};
constexpr Table hindi{
    "अनीता:Anita भावना:Bhavana दीपिका:Deepika गीता:Geeta कविता:Kavita लक्ष्मी:Lakshmi मीरा:Meera नेहा:Neha "
    "प्रिया:Priya राधा:Radha सुनीता:Sunita उषा:Usha",
    "अमित:Amit अर्जुन:Arjun दीपक:Deepak गोपाल:Gopal हरीश:Harish कृष्ण:Krishna मनोज:Manoj नरेश:Naresh "
    "प्रकाश:Prakash राजेश:Rajesh संजय:Sanjay विजय:Vijay",
    "अग्रवाल:Agrawal भट्ट:Bhatt चौधरी:Chaudhary दुबे:Dubey गुप्ता:Gupta जोशी:Joshi कपूर:Kapoor खन्ना:Khanna "
    "मल्होत्रा:Malhotra मिश्रा:Mishra नायर:Nair पाण्डेय:Pandey पटेल:Patel राठौर:Rathore सक्सेना:Saxena "
    "शर्मा:Sharma सिन्हा:Sinha तिवारी:Tiwari त्रिपाठी:Tripathi वर्मा:Verma यादव:Yadav मेहता:Mehta"};
constexpr Table chinese{
    "春梅:Chunmei 海燕:Haiyan 佳怡:Jiayi 丽华:Lihua 美玲:Meiling 倩:Qian 淑芬:Shufen 婷婷:Tingting "
    "晓红:Xiaohong "
    "雪:Xue 雅静:Yajing 子涵:Zihan",
    "博文:Bowen 大伟:Dawei 国强:Guoqiang 浩然:Haoran 建国:Jianguo 俊杰:Junjie 明:Ming 鹏飞:Pengfei "
    "天宇:Tianyu "
    "伟:Wei 文博:Wenbo 志强:Zhiqiang",
    "陈:Chen 程:Cheng 邓:Deng 冯:Feng 高:Gao 郭:Guo 何:He 胡:Hu 黄:Huang 蒋:Jiang 李:Li 林:Lin 刘:Liu "
    "欧阳:Ouyang 司马:Sima 孙:Sun 王:Wang 吴:Wu 徐:Xu 杨:Yang 张:Zhang 周:Zhou"};
constexpr Table japanese{
    "愛子:Aiko 千尋:Chihiro 花子:Hanako 陽子:Yoko 恵美:Emi 久美子:Kumiko 真由美:Mayumi 直子:Naoko "
    "さくら:Sakura "
    "智子:Tomoko 優香:Yuka 結衣:Yui",
    "大輔:Daisuke 英樹:Hideki 一郎:Ichiro 健太:Kenta 誠:Makoto 直樹:Naoki 亮:Ryo 翔太:Shota 隆:Takashi "
    "拓也:Takuya 裕二:Yuji 太郎:Taro",
    "青木:Aoki 藤原:Fujiwara 長谷川:Hasegawa 橋本:Hashimoto 石田:Ishida 伊藤:Ito 加藤:Kato 木村:Kimura "
    "小林:Kobayashi 前田:Maeda 松本:Matsumoto 三浦:Miura 中村:Nakamura 西村:Nishimura 小野:Ono 斎藤:Saito "
    "佐藤:Sato 清水:Shimizu 鈴木:Suzuki 高橋:Takahashi 田中:Tanaka 山本:Yamamoto"};
constexpr Table korean{
    "은지:Eunji 하은:Haeun 지수:Jisu 미경:Mikyung 민서:Minseo 나래:Narae 서연:Seoyeon 수진:Sujin 유나:Yuna "
    "예린:Yerin 지혜:Jihye 순자:Sunja",
    "동현:Donghyun 건우:Geonwoo 현우:Hyunwoo 재훈:Jaehoon 준호:Junho 민준:Minjun 상철:Sangchul 성민:Sungmin "
    "태영:Taeyoung 우진:Woojin 영수:Youngsoo 지훈:Jihoon",
    "강:Kang 고:Ko 권:Kwon 김:Kim 남궁:Namgung 류:Ryu 문:Moon 박:Park 배:Bae 백:Baek 서:Seo 송:Song 신:Shin "
    "안:Ahn 오:Oh 유:Yoo 윤:Yoon 이:Lee 임:Lim 장:Jang 정:Jung 최:Choi"};

constexpr std::array tables{&english, &french,  &german,     &spanish, &portuguese, &italian,
                            &polish,  &turkish, &vietnamese, &russian, &ukrainian,  &greek,
                            &arabic,  &hebrew,  &hindi,      &chinese, &japanese,   &korean};

const Table &tableOf(Language language)
{
    return *tables[static_cast<size_t>(language)];
}
} // namespace

QList<Name> nameList(const char *text, Language language)
{
    QList<Name> names;
    for (const QString &word : QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts)) {
        const QString entry = QString(word).replace(u'_', u' ');
        const qsizetype colon = entry.indexOf(u':');
        if (colon >= 0)
            names.append({entry.left(colon), entry.mid(colon + 1)});
        else
            names.append({entry, romanised(entry, language)});
    }
    return names;
}

QList<Name> familyNames(Language language, bool female)
{
    const Table &table = tableOf(language);
    return nameList(female && *table.familyFemale != '\0' ? table.familyFemale : table.family, language);
}

QList<Name> givenNames(Language language, bool female)
{
    const Table &table = tableOf(language);
    return nameList(female ? table.female : table.male, language);
}

} // namespace scrutineer::samples
