"""Honest lists that repeat themselves, as real sites print them; more of them
are in honest_frames.py.

KINDS maps a kind to a function of a random generator that makes one list.
All words are the project's own; nothing is copied from a page.
"""
import random

import honest_frames

CITIES = ('北京 上海 广州 深圳 杭州 南京 成都 武汉 西安 长沙 青岛 苏州 郑州 合肥 福州 '
          '南昌 济南 昆明 贵阳 太原 兰州 海口 沈阳 长春 宁波 温州 泉州 烟台 潍坊 洛阳').split()
FIRMS = ('东方锦业 华信精密 中联重机 金石医药 远洋轴承 天合光电 鑫达化工 瑞丰种业 宏图软件 '
         '海川航运 北辰电力 新源钢构 恒泰纸业 通宇通讯 光明乳品 长河水务 银泰地产 国芯微电 '
         '宁德时代 比亚迪 中芯国际 京东方A 科大讯飞 药明康德').split()
SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚'
TEAMS = ('海港 申花 泰山 国安 三镇 蓉城 津门虎 亚泰 海牛 梅州客家 浙江队 河南队 '
         '阿森纳 切尔西 利物浦 曼城 热刺 皇马 巴萨 拜仁 多特 国际米兰').split()
CROPS = '大蒜 生姜 玉米 小麦 大豆 土豆 白菜 黄瓜 西红柿 苹果 生猪 鸡蛋 花生 棉花'.split()
DISHES = ('红烧肉 清蒸鲈鱼 宫保鸡丁 番茄炒蛋 糖醋排骨 麻婆豆腐 蒜蓉西兰花 酸辣土豆丝 '
          '可乐鸡翅 鱼香肉丝 冬瓜排骨汤 葱油饼 手擀面 皮蛋瘦肉粥').split()
MATTERS = ('做好冬季供暖工作 开展安全生产大检查 调整公交线路 公开招聘工作人员 举办职工运动会 '
           '申报科研项目 组织教师资格认定 加强防汛值守 规范停车收费 评选先进集体 校园网升级维护 '
           '图书馆闭馆 缴纳学费 选课退课 奖学金评定 疫苗接种').split()
WEATHER = '晴 多云 阴 小雨 中雨 雷阵雨 晴转多云 多云转阴 小雪'.split()
JOBS = ('前端工程师 会计 仓库管理员 销售代表 护士 语文教师 电工 客服专员 产品经理 司机 '
        '行政助理 质检员 厨师 平面设计').split()
SOFTWARE = '记事本 阅读器 播放器 压缩工具 浏览器 输入法 日历 相册 邮件客户端 数据库'.split()
PATCHES = ('修复启动时偶发崩溃 优化大文件打开速度 新增深色模式 支持导出表格 更新翻译 '
           '修正时区显示错误 调整默认字体 改进搜索结果排序 移除过时接口 升级依赖库').split()
TOPICS = ('深度学习 卷积神经网络 遗传算法 有限元分析 模糊控制 区块链 物联网 图像识别 '
          '数据挖掘 移动机器人 钢筋混凝土 锂电池').split()
OBJECTS = ('滚动轴承故障诊断 短期负荷预测 人脸识别 桥梁结构优化 农田灌溉 库存管理 供应链协同 '
           '路径规划 电能质量 医学影像分割').split()
DEVICES = '注塑模具 抛光 夹紧 除尘 输送 检测 冷却 切割 包装 搅拌'.split()
COLUMNS = '晨读 夜话 书评 观影 家常 摄影课 花事 旧闻 方言'.split()
PHRASES = ('风雪夜归人 江上数峰青 山雨欲来 旧时明月 一纸家书 长街灯火 故人西辞 灯下白头 '
           '渔火愁眠 孤城落日 断桥残雪 不速之客 黎明之前 雨巷 归途 暗流 重逢 惊变').split()
WORDS = ('parser cache login form dialog renderer installer scheduler menu '
         'exporter driver index socket thread').split()
CLUBS = ('Rovers United Albion Wanderers Athletic City Town County Rangers '
         'Harriers').split()
TOWNS = ('Ashford Milton Brigg Oakham Selby Penrith Whitby Ludlow Matlock '
         'Bude').split()


def person(r):
    return r.choice(SURNAMES) + ''.join(r.sample(GIVEN, r.choice((1, 2))))


def date(r, i, base=[28]):
    return f'{r.choice((3, 4, 9, 10, 11))}月{base[0] - i % 27}日'


def releases(r, n):
    name = r.choice(SOFTWARE)
    major = r.randint(1, 9)
    return [f'{name} {major}.{40 - i // 4}.{3 - i % 4} 发布：'
            f'{r.choice(PATCHES)}' for i in range(n)]


def release_site(r, n):
    return [f'{r.choice(SOFTWARE)} {r.randint(1, 12)}.{r.randint(0, 9)} '
            f'正式版更新，{r.choice(PATCHES)}' for _ in range(n)]


def notices(r, n):
    office = r.choice(('', '学校', '市教育局', '办公室', '后勤处'))
    kinds = ('的通知', '的通知', '的公告', '的补充通知')
    return [f'{office}关于{r.choice(MATTERS)}{r.choice(kinds)}'
            for _ in range(n)]


def announcements(r, n):
    things = ('关于召开2024年第三次临时股东大会的通知', '第五届董事会第八次会议决议公告',
              '关于股东部分股份质押的公告', '2024年第三季度报告', '关于变更会计师事务所的公告',
              '监事会决议公告', '关于收到政府补助的公告')
    return [f'{r.choice(FIRMS)}：{r.choice(things)}' for _ in range(n)]


def column(r, n):
    name = r.choice(COLUMNS)
    first = r.randint(40, 300)
    return [f'【{name}】第{first - i}期：{r.choice(PHRASES)}'
            for i in range(n)]


def results(r, n):
    league = r.choice(('中超', '英超', '西甲', '德甲', ''))
    turn = r.randint(3, 30)
    return [f'{league}第{turn - i // 8}轮：{a} {r.randint(0, 4)}-'
            f'{r.randint(0, 3)} {b}'
            for i in range(n) for a, b in [r.sample(TEAMS, 2)]]


def quotes(r, n):
    return [f'{r.choice(FIRMS)}({r.randint(300001, 300999)}) '
            f'{r.choice(("涨", "跌"))}{r.uniform(0, 9):.2f}% '
            f'报{r.uniform(3, 200):.2f}元' for _ in range(n)]


def earnings(r, n):
    return [f'{r.choice(FIRMS)}：前三季度净利润{r.uniform(.3, 40):.2f}亿元 '
            f'同比{r.choice(("增长", "下降"))}{r.uniform(1, 90):.2f}%'
            for _ in range(n)]


def chapters(r, n):
    first = r.randint(1, 400)
    return [f'第{first + i}章 {r.choice(PHRASES)}' for i in range(n)]


def weather(r, n):
    return [f'{c}今日天气：{r.choice(WEATHER)} {low}～{low + 8}℃'
            for c in (r.choice(CITIES) for _ in range(n))
            for low in [r.randint(-5, 24)]]


def prices(r, n):
    crop = r.choice(CROPS)
    day = date(r, 0)
    return [f'{day}{r.choice(CITIES)}{crop if i % 3 else r.choice(CROPS)}'
            f'价格行情：{r.uniform(.8, 9):.2f}元/斤' for i in range(n)]


def recipes(r, n):
    ends = ('的家常做法', '怎么做好吃', '的做法大全', '做法步骤图解')
    return [r.choice(DISHES) + r.choice(ends) for _ in range(n)]


def vacancies(r, n):
    return [f'{r.choice(FIRMS)}招聘{r.choice(JOBS)} {k}-{k + r.randint(2, 9)}K'
            for k in (r.randint(4, 25) for _ in range(n))]


def flats(r, n):
    return [f'{r.choice(CITIES)}{r.choice("东西南北")}区 {r.randint(1, 4)}室'
            f'{r.randint(1, 2)}厅 {r.randint(40, 160)}㎡ '
            f'{r.randint(80, 900)}万' for _ in range(n)]


def theses(r, n):
    return [f'基于{r.choice(TOPICS)}的{r.choice(OBJECTS)}'
            f'{r.choice(("研究", "方法研究", "系统设计与实现"))}'
            for _ in range(n)]


def patents(r, n):
    return [f'一种{r.choice(DEVICES)}用{r.choice(DEVICES)}装置'
            f'{r.choice(("", "及其使用方法"))}' for _ in range(n)]


def trains(r, n):
    return [f'{r.choice("GDKZ")}{r.randint(11, 2999)}次 {a}—{b} 列车时刻表'
            for _ in range(n) for a, b in [r.sample(CITIES, 2)]]


def episodes(r, n):
    name = r.choice(PHRASES)
    return [f'《{name}》第{n - i}集' for i in range(n)]


def tenders(r, n):
    things = '彩色超声仪 校服 教学楼维修 食堂食材 绿化养护 道路照明 办公电脑 消防设备'.split()
    return [f'{r.choice(CITIES)}市第{r.choice("一二三四五六")}'
            f'{r.choice(("中学", "医院", "小学"))}{r.choice(things)}采购项目'
            f'{r.choice(("中标公告", "招标公告", "更正公告"))}'
            for _ in range(n)]


def one_firm(r, n):
    firm = r.choice(FIRMS)
    acts = ('与{c}市政府签署合作协议', '{c}工厂投产', '董事长{p}：今年重点是质量',
            '回应股价波动', '在{c}举行新品发布会', '召回{k}台问题产品', '任命{p}为财务总监',
            '{k}名员工获技能证书', '第三季度营收{k}亿元', '开放日迎来{k}位学生')
    return [firm + r.choice(acts).format(c=r.choice(CITIES), p=person(r),
                                         k=r.randint(12, 900))
            for _ in range(n)]


def obituaries(r, n):
    return [f'{r.choice(CITIES)}市{r.choice(("政协", "人大", "文联"))}原副主席'
            f'{person(r)}{r.choice(("逝世", "被查", "退休", "接受审查调查"))}'
            for _ in range(n)]


def exams(r, n):
    return [f'2024年{r.choice(CITIES)}'
            f'{r.choice(("中考", "公务员考试", "教师招聘考试", "高考"))}'
            f'{r.choice(("成绩查询入口", "报名时间", "准考证打印", "录取分数线"))}'
            for _ in range(n)]


def english_releases(r, n):
    return [f'v{r.randint(1, 9)}.{20 - i}.0: fix {r.choice(WORDS)} '
            f'{r.choice(("crash", "leak", "regression", "timeout"))} '
            f'in {r.choice(WORDS)} (#{r.randint(100, 9000)})'
            for i in range(n)]


def english_results(r, n):
    return [f'{r.choice(TOWNS)} {r.choice(CLUBS)} {r.randint(0, 5)}-'
            f'{r.randint(0, 4)} {r.choice(TOWNS)} {r.choice(CLUBS)}'
            for _ in range(n)]


def statistics(r, n):
    things = ('居民消费价格 工业增加值 社会消费品零售总额 固定资产投资 货物进出口总额 '
              '规模以上工业企业利润 房地产开发投资 全社会用电量').split()
    return [f'{r.randint(2019, 2025)}年{r.randint(1, 12)}月份{r.choice(CITIES)}'
            f'{r.choice(things)}同比{r.choice(("上涨", "增长", "下降"))}'
            f'{r.uniform(.1, 19):.1f}%' for _ in range(n)]


def fund_news(r, n):
    return [f'{r.choice(FIRMS)}{r.choice(("混合", "债券", "指数"))}'
            f'{r.choice("AC")}{r.choice(("单位净值", "近一月收益率"))}'
            f'{r.choice(("上涨", "下跌"))}{r.uniform(.01, 4):.2f}%，'
            f'报{r.uniform(.6, 3):.4f}元' for _ in range(n)]


def financing(r, n):
    rounds = '天使轮 A轮 B轮 C轮 Pre-A轮 战略'.split()
    return [f'「{r.choice(FIRMS)}」完成{r.choice(("数千万元", "近亿元", "1.5亿元"))}'
            f'{r.choice(rounds)}融资，{r.choice(CITIES)}国资领投'
            for _ in range(n)]


def brokers(r, n):
    return [f'{r.choice(("中金", "华泰证券", "国泰君安", "招商证券"))}：'
            f'{r.choice(("维持", "上调"))}{r.choice(FIRMS)}'
            f'{r.choice(("买入", "增持"))}评级，目标价{r.uniform(5, 300):.1f}元'
            for _ in range(n)]


def flash_news(r, n):
    return [f'{r.choice(FIRMS)}{r.choice(("涨停", "跌超", "涨超"))}'
            f'{r.randint(3, 19)}%，{r.choice(("成交额", "换手率"))}居前'
            if i % 2 else f'{r.choice(("沪指", "深成指", "创业板指"))}'
            f'{r.choice(("收涨", "收跌", "高开"))}{r.uniform(0, 3):.2f}%'
            for i in range(n)]


def products(r, n):
    goods = '台灯 电饭煲 双肩包 保温杯 蓝牙耳机 折叠椅 跑步鞋 显示器 洗衣液 键盘'.split()
    return [f'{r.choice(FIRMS)} {r.choice(goods)} '
            f'{r.choice(("黑色", "白色", "经典款", "升级款"))} '
            f'{r.choice("ABCKT")}{r.randint(10, 990)} ￥{r.randint(19, 2999)}'
            for _ in range(n)]


def threads(r, n):
    asks = ('请问{s}打不开怎么办', '{c}有没有好吃的{d}推荐', '出二手{s}授权一份',
            '大家都用什么{s}', '[讨论] {c}买房还是租房', '[求助] {s}升级后报错',
            '晒晒我做的{d}', '从{c}骑车到{e}的一天')
    return [r.choice(asks).format(s=r.choice(SOFTWARE), c=r.choice(CITIES),
                                  d=r.choice(DISHES), e=r.choice(CITIES))
            for _ in range(n)]


def lectures(r, n):
    return [f'【学术讲座】{person(r)}教授：{r.choice(TOPICS)}与'
            f'{r.choice(OBJECTS)}（{date(r, i)}）' for i in range(n)]


def laws(r, n):
    things = '消防 道路交通安全 档案 广告 渔业 食品安全 土地管理 旅游 气象'.split()
    return [f'{r.choice(("中华人民共和国", r.choice(CITIES) + "市"))}'
            f'{r.choice(things)}{r.choice(("法", "条例", "管理办法"))}'
            f'（{r.randint(1996, 2024)}年修订）' for _ in range(n)]


def phones(r, n):
    brands = 'Nova Pixel Mate Redmi Find Magic'.split()
    acts = ('今日开售，售价{k}元起', '获3C认证，支持{w}W快充', '渲染图曝光', '推送系统更新',
            '评测：续航{h}小时', '官方降价{c}元')
    return [f'{r.choice(brands)} {r.randint(5, 60)} '
            f'{r.choice(("Pro", "Ultra", ""))} '
            + r.choice(acts).format(k=r.randint(10, 80) * 100 - 1,
                                    w=r.choice((33, 67, 120)),
                                    h=r.randint(8, 30),
                                    c=r.randint(1, 9) * 100)
            for _ in range(n)]


def party_news(r, n):
    verbs = '调研 主持召开 会见 出席 检查 慰问'.split()
    things = '安全生产工作 常务会议 营商环境工作 困难职工 招商引资项目 秋收工作'.split()
    return [f'{r.choice(CITIES)}市{r.choice(("市长", "副市长", "市委书记"))}'
            f'{person(r)}{r.choice(verbs)}{r.choice(things)}'
            for _ in range(n)]


def hant_news(r, n):
    places = '臺北 高雄 臺中 花蓮 宜蘭 屏東 新竹 嘉義'.split()
    acts = '機車擦撞 住宅火警 山區封路 市場停電 豪雨特報 路樹傾倒 公車改道'.split()
    return [f'{r.choice(places)}{r.choice(acts)} '
            f'{r.choice(("1人受傷", "無人傷亡", "警方到場", "預計傍晚恢復"))}'
            for _ in range(n)]


def english_recipes(r, n):
    how = 'Easy Classic Slow-Cooker One-Pot Weeknight Baked Creamy'.split()
    dish = ('Lentil Soup|Apple Crumble|Chicken Pie|Mushroom Risotto|'
            'Banana Bread|Fish Tacos|Potato Salad').split('|')
    return [f'{r.choice(how)} {r.choice(dish)}'
            f'{r.choice(("", " for Two", " in 30 Minutes"))}'
            for _ in range(n)]


def english_jobs(r, n):
    what = 'Nurse,Line Cook,Data Analyst,Bus Driver,Teacher,Welder'.split(',')
    return [f'{r.choice(("Senior ", "", "Part-time "))}{r.choice(what)} - '
            f'{r.choice(TOWNS)} - ${r.randint(15, 60)}/hr'
            for _ in range(n)]


def english_earnings(r, n):
    firms = 'Halden,Orrin Foods,Brightmoor,Castell,Nordvik'.split(',')
    return [f'{r.choice(firms)} Q{r.randint(1, 4)} profit '
            f'{r.choice(("rises", "falls"))} {r.uniform(.5, 40):.1f}% to '
            f'${r.uniform(.1, 9):.1f} billion on '
            f'{r.choice(("cloud", "drug", "car", "ad"))} sales'
            for _ in range(n)]


def english_catalogue(r, n):
    goods = 'Desk Lamp,Rain Jacket,Kettle,Road Bike,Notebook'.split(',')
    return [f'{r.choice(CLUBS)} {r.choice(goods)} - '
            f'{r.choice(("Black", "Oak", "Large", "Set of 4"))} - '
            f'${r.randint(5, 400)}.99' for _ in range(n)]


def english_threads(r, n):
    return [f'{r.choice(("[SOLVED] ", "", "Re: "))}How do I stop the '
            f'{r.choice(WORDS)} from {r.choice(("freezing", "looping"))} '
            f'after the {r.choice(WORDS)} update?' for _ in range(n)]


def japanese_notices(r, n):
    things = '年末年始の休業 システムメンテナンス 送料改定 新店舗オープン 採用説明会'.split()
    return [f'{r.randint(2020, 2025)}年{r.randint(1, 12)}月{r.randint(1, 28)}日 '
            f'{r.choice(things)}{r.choice(("のお知らせ", "について"))}'
            for _ in range(n)]


def japanese_weather(r, n):
    places = '札幌 仙台 東京 名古屋 大阪 広島 高松 福岡 那覇'.split()
    return [f'{r.choice(places)}の天気 {r.choice(("晴れ", "曇り", "雨", "雪"))} '
            f'最高気温{r.randint(-2, 36)}度 降水確率{r.randint(0, 10)}0%'
            for _ in range(n)]


def japanese_results(r, n):
    clubs = '浦和 鹿島 川崎 横浜 清水 広島 神戸 京都'.split()
    return [f'【J1第{r.randint(1, 38)}節】{a} {r.randint(0, 4)}-'
            f'{r.randint(0, 4)} {b}'
            for _ in range(n) for a, b in [r.sample(clubs, 2)]]


def korean_notices(r, n):
    things = '시스템 점검,배송 지연,신규 채용,이벤트 당첨자,운영 시간 변경'.split(',')
    return [f'[공지] {r.randint(1, 12)}월 {r.randint(1, 28)}일 '
            f'{r.choice(things)} 안내' for _ in range(n)]


KINDS = {f.__name__: f for f in (
    releases, release_site, notices, announcements, column, results, quotes,
    earnings, chapters, weather, prices, recipes, vacancies, flats, theses,
    patents, trains, episodes, tenders, one_firm, obituaries, exams,
    english_releases, english_results, statistics, fund_news, financing,
    brokers, flash_news, products, threads, lectures, laws, phones,
    party_news, hant_news, english_recipes, english_jobs, english_earnings,
    english_catalogue, english_threads, japanese_notices, japanese_weather,
    japanese_results, korean_notices)}
KINDS.update(honest_frames.KINDS)


def make(kind, seed):
    """One list of that kind: up to 8 to 40 lines, each once."""
    r = random.Random(f'{kind} {seed}')
    wanted = r.randint(8, 40)
    return list(dict.fromkeys(KINDS[kind](r, wanted)))
