/*
 * api_fixture.h - pages and helpers of the tests of the public header.
 *
 * These tests see spamcls.h alone: nothing of lib/.
 */
#ifndef API_FIXTURE_H
#define API_FIXTURE_H

#include <spamcls.h>
#include <string.h>

#include "../suite.h"

#define FARM_LINKS 8

/* A farm's page as plain text: title, body, list heading, eight lines. */
static const char farm_page[] =
	"城市交通的新变化\n\n"
	"近年来,城市公共交通正在经历一场深刻的变化。业内人士指出,新的调度系统让车辆"
	"等候时间缩短了37.4%,运营成本下降了21.8%。\n\n"
	"与此同时,相关数据显示,市场规模预计将突破4600亿元,年均复合增长率达到28.9%,"
	"产业链上下游企业纷纷加快布局。\n\n"
	"相关推荐:\n"
	"光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望\n"
	"云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑\n"
	"海川智造柔性机器人革新,效率提升533.6%引爆万亿市场\n"
	"成本降低工业视觉%\n"
	"星桥医疗量子成像颠覆,诊断精度飙升391.2%的行业启示\n"
	"江北集团深海钻探突破,产能激增612.8%背后的技术革命\n"
	"北辰航天可回收推进跨越,载荷提升447.5%与下一个十年\n"
	"提升重点城市充电网络%\n";

static const char honest_page[] =
	"图书馆周末延长开放时间\n\n"
	"市图书馆昨日发布通知,自下月起周末闭馆时间由十七时推迟到二十时。馆方表示,"
	"这一调整是为了方便上班的读者借阅。\n\n"
	"读者可以在服务台办理借书证,也可以在网上预约座位。\n";

static const char html_page[] =
	"<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
	"<title>Market day</title></head><body><h1>Market day</h1>"
	"<p>The market on the green opens on Saturday at eight, as it has for "
	"sixty years. Bring a bag and small change.</p>"
	"<p>Parking is behind the school. Dogs are welcome on a lead.</p>"
	"</body></html>";

/* The built-in database; every test program opens it once. */
static inline spamcls_db *api_db(void)
{
	spamcls_db *db = NULL;

	ck_assert_int_eq(spamcls_db_open(&db, NULL, NULL), SPAMCLS_OK);
	ck_assert_ptr_nonnull(db);
	return db;
}

static inline spamcls_session *api_session(const spamcls_db *db)
{
	spamcls_session *session = NULL;

	ck_assert_int_eq(spamcls_session_new(&session, db, NULL), SPAMCLS_OK);
	ck_assert_ptr_nonnull(session);
	return session;
}

static inline spamcls_input api_input(const void *data, size_t size)
{
	spamcls_input input = SPAMCLS_INPUT_INIT;

	input.data = data;
	input.size = size;
	return input;
}

/* Classifies size bytes; the result is the session's. */
static inline const spamcls_result *
api_classify(spamcls_session *session, const void *data, size_t size)
{
	spamcls_input input = api_input(data, size);
	const spamcls_result *result = NULL;

	ck_assert_int_eq(spamcls_classify(session, &input, &result),
	                 SPAMCLS_OK);
	ck_assert_ptr_nonnull(result);
	return result;
}

static inline spamcls_span api_span(const char *text)
{
	spamcls_span span = { text, strlen(text) };

	return span;
}

/* The sum of the weights of n reasons. */
static inline int64_t api_sum(const spamcls_reason *reasons, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += reasons[i].weight;
	return sum;
}

/* The scores of n lines, by a session of their own. */
static inline void api_score_all(const spamcls_db *db,
                                 const char *const *lines, size_t n,
                                 spamcls_score *scores)
{
	spamcls_session *session = api_session(db);

	for (size_t i = 0; i < n; i++) {
		spamcls_span line = api_span(lines[i]);

		ck_assert_int_eq(spamcls_score_headlines(session, &line, 1,
		                                         &scores[i]),
		                 SPAMCLS_OK);
	}
	spamcls_session_free(session);
}

#endif
