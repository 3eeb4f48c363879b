/* test_languages.c - plain-text pages of many languages and list styles. */
#include "segment/split.h"

#include "../../suite.h"
#include "page_fixture.h"

static fixture f;
static scls_split split;

/* A body and a list; the list's lines are all there is in lists. */
static void check(const char *name, const char *const *body,
                  const char *const *list)
{
	uint32_t first;

	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, body);
	first = f.page.n_blocks;
	fixture_lines(&f, list);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split), 0);
	ck_assert_msg(split.n_lists == 1, "%s: %u lists", name,
	              split.n_lists);
	ck_assert_msg(split.items[0].block == first, "%s: begins at %u",
	              name, split.items[0].block);
	ck_assert_msg(split.n_items == f.page.n_blocks - first,
	              "%s: %u items", name, split.n_items);
	fixture_end(&f);
}

/* The body alone has no list. */
static void check_none(const char *name, const char *const *body)
{
	fixture_begin(&f, SPAMCLS_KIND_TEXT);
	fixture_lines(&f, body);
	ck_assert_int_eq(scls_split_page(&f.arena, &f.phrases, &f.page,
	                                 &split), 0);
	ck_assert_msg(split.n_lists == 0, "%s has a list", name);
	fixture_end(&f);
}

static const char *const body_zh_hant[] = {
	"老街改造：一座小城的十年",
	"這條老街在城北，長不過三百公尺，兩邊是上世紀的木板房。十年前，"
	"這裡的住戶多半已經搬走，只剩下幾家修鞋鋪和一間茶館。",
	"改造是從修路開始的。工程隊先把石板一塊塊編號，再鋪上新的管線，"
	"最後照原樣放回去。住在街口的老人說，走上去和從前沒有兩樣。",
	"今年春天，搬走的人陸續回來了。茶館的老闆添了兩張桌子，"
	"週末要排隊才有座位。他說，生意好不好倒在其次，街上有人就好。",
	NULL
};

static const char *const list_zh_hant[] = {
	"某市新材料產業迎來突破，產值可望達到百億規模",
	"從零到一：量子通訊如何改變山區醫院的日常",
	"自動駕駛巴士在江邊試營運，市民可免費預約",
	"風電葉片回收難題有解？專家提出三種新思路",
	"數位農業示範區落腳西部小城，首批專案簽約",
	"人工智慧進課堂，鄉村教師怎麼看待這場變化",
	NULL
};

static const char *const body_de[] = {
	"Die alte Gasse: zehn Jahre einer kleinen Stadt",
	"Die Gasse liegt im Norden der Stadt und ist kaum dreihundert Meter "
	"lang. Vor zehn Jahren waren die meisten Bewohner weggezogen, nur ein "
	"Teehaus und einige Schuster waren noch da.",
	"Die Arbeiten begannen mit der Straße. Jeder Stein bekam eine Nummer, "
	"neue Leitungen wurden gelegt, und dann kam jeder Stein zurück an "
	"seinen Platz. Die Alten sagen, man merke keinen Unterschied.",
	"In diesem Frühling kamen die Leute zurück. Der Wirt des Teehauses "
	"stellte zwei Tische dazu, und am Wochenende muss man warten.",
	NULL
};

static const char *const list_de[] = {
	"Warum kleine Höfe sich in diesem Jahr Maschinen teilen",
	"Stadtrat beschließt neuen Radweg entlang des Hafens",
	"Fünf Museen, die nach langer Sanierung wieder öffnen",
	"Sturm lässt tausende Haushalte an der Küste ohne Strom",
	"Bibliothek verdoppelt ihre Öffnungszeiten nach Rekordjahr",
	"Forscher finden Zusammenhang zwischen Schlaf und Gedächtnis",
	"So viel kostet das Wohnen in den Städten des Nordens",
	NULL
};

static const char *const body_id[] = {
	"Jalan tua: sepuluh tahun sebuah kota kecil",
	"Jalan itu terletak di utara kota dan panjangnya hanya tiga ratus "
	"meter. Sepuluh tahun yang lalu kebanyakan warganya sudah pindah, "
	"tinggal sebuah kedai teh dan beberapa tukang sepatu.",
	"Pekerjaan dimulai dari jalan. Setiap batu diberi nomor, pipa baru "
	"dipasang, lalu setiap batu dikembalikan ke tempatnya semula.",
	"Seorang guru yang sudah pensiun menjaga museum kecil di sudut jalan. "
	"Ia datang setiap pagi, bercerita kepada para tamu tentang asal setiap "
	"benda, dan duduk di bawah matahari pada sore hari.",
	"Pada musim semi ini warga kembali. Pemilik kedai teh menambah dua "
	"meja, dan pada akhir pekan orang harus menunggu untuk duduk.",
	NULL
};

static const char *const list_id[] = {
	"Mengapa petani kecil berbagi mesin pada tahun ini",
	"Dewan kota menyetujui jalur sepeda baru di pelabuhan",
	"Lima museum yang dibuka kembali setelah perbaikan lama",
	"Badai membuat ribuan rumah di pesisir tanpa listrik",
	"Perpustakaan daerah menambah jam buka setelah ramai pengunjung",
	"Peneliti menemukan hubungan antara tidur dan ingatan",
	"Harga rumah di kota pesisir naik tiga persen tahun lalu",
	"Festival musik desa kembali digelar setelah dua tahun",
	NULL
};

static const char *const list_bulleted[] = {
	"- 某市新材料產業迎來突破，產值可望達到百億規模",
	"- 從零到一：量子通訊如何改變山區醫院的日常",
	"- 自動駕駛巴士在江邊試營運，市民可免費預約",
	"- 風電葉片回收難題有解？專家提出三種新思路",
	"- 數位農業示範區落腳西部小城，首批專案簽約",
	"- 人工智慧進課堂，鄉村教師怎麼看待這場變化",
	"- 圖書館延長開放時間，讀者排隊領取新借書證",
	NULL
};

START_TEST(lists_in_many_languages)
{
	check("traditional Chinese", body_zh_hant, list_zh_hant);
	check("German", body_de, list_de);
	check("Indonesian", body_id, list_id);
}
END_TEST

START_TEST(bullets_do_not_hide_a_list)
{
	check("bulleted", body_zh_hant, list_bulleted);
}
END_TEST

START_TEST(bodies_alone_have_none)
{
	check_none("traditional Chinese", body_zh_hant);
	check_none("German", body_de);
	check_none("Indonesian", body_id);
}
END_TEST

/* Short paragraphs of one sentence each are an article, not a list. */
static const char *const short_paragraphs[] = {
	"Ten years of a small town",
	"The street lies in the north of the town.",
	"It is hardly three hundred metres long.",
	"Ten years ago most of its people had left.",
	"Only a tea house was still there.",
	"Then the work began with the road.",
	"Every stone was given a number.",
	"New pipes were laid below it.",
	"Each stone went back to its place.",
	"This spring the people came back.",
	NULL
};

static const char *const recipe[] = {
	"番茄炒蛋的家常做法",
	"这道菜人人会做，但要做得好吃，火候和次序都有讲究。先炒蛋还是先炒"
	"番茄，各家有各家的说法。下面是我家的做法，供大家参考。",
	"食材：",
	"番茄三个", "鸡蛋四个", "小葱两根", "盐半勺", "糖一小勺",
	"做法：",
	"1. 番茄洗净切块，鸡蛋打散，小葱切成葱花。",
	"2. 锅里放油，油热后倒入蛋液，凝固后盛出。",
	"3. 再放一点油，下番茄炒出汁，加盐和糖。",
	"4. 倒回鸡蛋翻匀，撒上葱花出锅。",
	NULL
};

static const char *const minutes[] = {
	"Minutes of the meeting of the garden club",
	"The meeting began at seven. Nineteen members were present, and the "
	"minutes of the last meeting were read and approved.",
	"Treasurer: the balance is 412.30.",
	"Secretary: two new members have joined.",
	"Tools: the old mower is to be sold.",
	"Plants: the exchange will be on 4 May.",
	"Next meeting: 2 June, in the town hall.",
	"The meeting ended at half past eight. Tea was served.",
	NULL
};

START_TEST(other_texts_have_none)
{
	check_none("short paragraphs", short_paragraphs);
	check_none("recipe", recipe);
	check_none("minutes", minutes);
}
END_TEST

SUITE("languages", {
	CASE(lists_in_many_languages);
	CASE(bullets_do_not_hide_a_list);
	CASE(bodies_alone_have_none);
	CASE(other_texts_have_none);
})
