/* test_number_checks.c - which numbers of a headline are not plausible. */
#include "measure_fixture.h"

START_TEST(number_checks)
{
	ck_assert(has("成本暴降286.8%", SCLS_F_FALL_100));
	ck_assert(!has("成本暴降28%", SCLS_F_FALL_100));
	ck_assert(!has("成本飙升286%", SCLS_F_FALL_100));
	ck_assert(has("重构433.1产业", SCLS_F_DEC_BARE));
	ck_assert(!has("重构433.1亿产业", SCLS_F_DEC_BARE));
	ck_assert(has("提升量子%", SCLS_F_PCT_NOUN));
	ck_assert(!has("提升30%", SCLS_F_PCT_NOUN));
	ck_assert(has("app v48.54778.71984", SCLS_F_VER_ODD));
	ck_assert(!has("Linux 6.1.12 发布", SCLS_F_VER_ODD));
	ck_assert(has("青州3867.2亿产业", SCLS_F_MON_PLACE));
	ck_assert(has("达9867.21亿", SCLS_F_MON_EXACT));
	ck_assert(has("50443人参会", SCLS_F_CNT_EXACT));
	ck_assert(!has("50000人参会", SCLS_F_CNT_EXACT));
	ck_assert(has("提升23.27%", SCLS_F_PCT_EXACT2));
}
END_TEST

/* Borders: what is just too little, and what is just enough. */
START_TEST(numbers_at_borders)
{
	static const expect e[] = {
		{ "提升100%", SCLS_F_PCT_100, 0 },
		{ "提升100.1%", SCLS_F_PCT_100, 1 },
		{ "暴降101%", SCLS_F_FALL_100, 1 },
		{ "暴降后飙升101%", SCLS_F_FALL_100, 0 },
		{ "飙升后暴降101%", SCLS_F_FALL_100, 1 },
		{ "电池101%", SCLS_F_FALL_100, 0 },
		{ "提升3%", SCLS_F_PCT_EXACT, 0 },
		{ "提升3.5%", SCLS_F_PCT_EXACT, 1 },
		{ "提升3.5%", SCLS_F_PCT_EXACT2, 0 },
		{ "提升3.51%", SCLS_F_PCT_EXACT2, 1 },
		{ "v1.23", SCLS_F_VER_ODD, 0 }, { "v1.234", SCLS_F_VER_ODD, 1 },
		{ "v1.1234567", SCLS_F_VER_ODD, 1 },
		{ "v1.12345678", SCLS_F_VER_ODD, 0 },
		{ "v1999.234", SCLS_F_VER_ODD, 1 },
		{ "v2000.234", SCLS_F_VER_ODD, 0 },
		{ "达100.5亿", SCLS_F_MON_EXACT, 1 },
		{ "达99.5亿", SCLS_F_MON_EXACT, 0 },
		{ "达101亿", SCLS_F_MON_EXACT, 0 },
		{ "青州1000亿", SCLS_F_MON_PLACE, 1 },
		{ "青州999亿", SCLS_F_MON_PLACE, 0 },
		{ "蓝鲸1000亿", SCLS_F_MON_PLACE, 0 },
		{ "10050人", SCLS_F_CNT_EXACT, 1 },
		{ "10100人", SCLS_F_CNT_EXACT, 0 },
		{ "9950人", SCLS_F_CNT_EXACT, 0 },
		{ "10000人", SCLS_F_CNT_EXACT, 0 },
		{ "重构433产业", SCLS_F_DEC_BARE, 0 },
		{ "3.5万人", SCLS_F_DEC_BARE, 0 },
		{ "3人", SCLS_F_NUM_2, 0 }, { "3人看5人", SCLS_F_NUM_2, 1 },
		{ "3人看5人看7人", SCLS_F_NUM_2, 0 },
		{ "3人看5人", SCLS_F_NUM_3, 0 },
		{ "3人看5人看7人", SCLS_F_NUM_3, 1 },
		{ "3人看5人看7人看9人", SCLS_F_NUM_3, 1 },
		{ "2019年3人", SCLS_F_NUM_2, 0 },
		{ "from 37 to 45", SCLS_F_NUM_2, 1 },
	};

	CHECK_ALL(e);
}
END_TEST

SUITE("number_checks", {
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	CASE(number_checks);
	CASE(numbers_at_borders);
})
