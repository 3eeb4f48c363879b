"""More honest lists that repeat themselves, as frames with words to choose.

FRAMES maps a kind to its frames: {a|b} is one of them, {3-30} a number, {name}
one of WORDS, {i} the line's number.  A list is made of a few of its kind's
frames.  All words are the project's own; nothing is copied from a page.
"""
import random
import re

WORDS = {name: words.split(',') for name, words in {
    'city': '北京,上海,广州,成都,西安,青岛,长沙,昆明,大连,厦门,无锡,绍兴,桂林,丽江,敦煌',
    'who': '王建国,李敏,陈思远,周海涛,刘慧,赵立新,孙晓梅,吴志强,郑洁,冯磊,何雨,梁文涛',
    'dept': '心内科,骨科,儿科,眼科,口腔科,神经外科,妇产科,皮肤科,中医科,康复科',
    'school': '文学院,化工学院,计算机学院,外国语学院,农学院,数学系,法学院,医学院',
    'book': '山河旧梦,长夜行,灯火与船,城南记,一个人的渡口,瓦屋顶,风的形状,盐路,雪线以上,回声',
    'app': '记账本,云盘,打印机,路由器,邮箱,会员卡,工单系统,门禁,企业网银,读卡器',
    'act': '重置密码,绑定手机,开具发票,修改地址,导出数据,注销账号,添加成员,恢复备份,设置权限',
    'crop': '水稻,小麦,茶叶,柑橘,葡萄,玉米,大棚番茄,油菜,苹果,马铃薯',
    'illness': '高血压,糖尿病,痛风,颈椎病,过敏性鼻炎,骨质疏松,失眠,胃炎',
    'sport': '乒乓球,羽毛球,游泳,射击,体操,举重,跳水,田径,排球',
    'song': '夜航,旧站台,白日梦,小河,等雨停,南方以南,归人,月光下,慢车,无题',
    'team': '红星,海鹰,飞虎,北方狼,蓝鲸,山猫,雷霆,远征',
    'goods': '水泥,螺纹钢,豆粕,棉花,铜,天然橡胶,玻璃,白糖,原油,生猪',
    'first': 'James,Maria,Tom,Priya,Elena,Kofi,Anna,Lars,Mei,Omar',
    'last': 'Whitlock,Osei,Hansen,Moreau,Castle,Patel,Nowak,Fleming,Adair',
    'town': 'Leeds,Bristol,Derry,Perth,Halifax,Dayton,Tucson,Cork,Bergen',
    'soft': 'Postbox,Ledger,Gridview,Notely,Inkwell,Harbor,Kettle,Relay',
    'verb': 'reset,export,import,rename,archive,share,merge,restore,print',
    'thing': 'a report,your password,an invoice,the calendar,a project,'
             'shared folders,user roles,two-factor login,email alerts',
    'noun': 'River,Winter,Garden,Stranger,Lighthouse,Harvest,Mirror,Island',
    'field': 'graph coloring,protein folding,soil erosion,bilingual reading,'
             'tidal energy,speech recognition,bone density,labour markets',
    'firm': 'Halden Group,Orrin Foods,Brightmoor,Castell Ltd,Nordvik',
    'tool': 'pandas,nginx,Docker,PostgreSQL,React,Git,Excel,Bash,Vue',
}.items()}

FRAMES = {name: frames.strip().split('\n') for name, frames in {
    'doctors': '''
{who} {dept} {主任医师|副主任医师|主治医师}
{dept}{who}医生{周一|周三|周五}{上午|下午}出诊''',
    'faculty': '''
{school}{who}教授在{field2}方面取得进展
{school}举办{第三届|2024级|春季}{学生代表大会|迎新晚会|教学技能比赛}
{school}党委召开{9-12}月理论学习中心组学习会
{who}一行到{school}{调研|交流|指导工作}''',
    'lectures_series': '''
讲座预告｜{who}：{book}与地方记忆
{book}读书会第{3-80}期 主讲人：{who}''',
    'bookreview': '''
读《{book}》有感
《{book}》：{who}的{故乡|童年|北方}书写
{who}新作《{book}》出版''',
    'tracks': '''
{song} ({Live|伴奏|2019版|纯音乐})
{i}. {song} - {who}''',
    'helpcentre': '''
如何{act}
{app}无法{act}怎么处理
{app}{act}操作说明
{act}后多久生效''',
    'faq': '''
{app}可以{act}吗？
{app}是否支持{act}？
忘记{app}账号，如何{act}？''',
    'alerts': '''
{city}发布{暴雨|大风|高温|寒潮|大雾|道路结冰}{蓝色|黄色|橙色}预警信号
{city}气象台{1-12}月{1-28}日{6-22}时继续发布{暴雨|大风|霜冻}{蓝色|黄色}预警''',
    'quakes': '''
{云南|四川|新疆|青海|西藏}{大理州|阿坝州|和田地区|玉树州}发生{3-5}.{1-9}级地震 震源深度{5-20}千米''',
    'courts': '''
{who}与{who}{买卖合同|劳动争议|离婚|机动车交通事故责任}纠纷{一审|二审|再审}民事判决书
{who}{盗窃|危险驾驶|诈骗}罪一审刑事判决书''',
    'personnel': '''
{who}任{city}市{副市长|教育局局长|委副书记}
{city}市人大常委会任免名单（{who}等{3-12}人）
{who}同志任职前公示''',
    'farming': '''
{crop}{苗期|花期|采收期}管理要点
{crop}常见病虫害防治
{city}：{crop}喜获丰收
{crop}种植技术（{一|二|三|四}）''',
    'clinic': '''
{illness}患者{饮食|运动|用药}须知
{dept}{who}：{illness}怎么{防|治|查}
{illness}要不要{住院|吃药|复查}''',
    'league': '''
{sport}全国锦标赛{男单|女单|团体}{决赛|半决赛|首轮}：{who}{3-4}比{0-2}胜{who}
{team}主场{1-4}-{0-1}{team}
{sport}世锦赛名单公布，{who}入选''',
    'medals': '''
{sport}{男子|女子}{团体|个人}：{who}夺{金|银|铜}
{who}获{sport}{男子|女子}{金|银|铜}牌''',
    'futures': '''
{goods}期货主力合约{收涨|收跌}{0-4}.{10-99}%
{1-12}月{1-28}日{goods}现货报价{1200-8900}元/吨
{goods}周报：库存{增|降}{1-20}.{1-9}万吨''',
    'markets': '''
{1-12}月{1-28}日{city}农贸市场：{白菜|芹菜|豆角|鲈鱼}每斤{1-30}.{1-9}元
{city}菜价：{白菜|芹菜|豆角}{2-9}.{1-9}元、{鲈鱼|五花肉}{11-30}.{1-9}元''',
    'rates': '''
{1-12}月{1-28}日{美元|欧元|日元|英镑}兑人民币中间价报{6-9}.{1000-9999}
{2019-2024}年{1-12}月{1-28}日{美元|欧元|港元}汇率：现汇买入价{600-799}.{10-99}''',
    'fuel': '''
{city}{92号|95号}汽油：{7-8}.{10-99}元/升
{1-12}月{1-28}日{city}油价：{92号|0号}{每升|每吨}{下调|上调}{2-400}元''',
    'travel': '''
{city}{二日|三日|五日}游行程安排
{city}到{city}自驾路线记录
{city}一个人的{周末|春天|雨天}
{city}公交旅游{1-9}号线开通''',
    'tvguide': '''
{19-22}:{10-50} {book} 第{1-40}集
{6-18}:{10-50} {新闻联播|天气预报|动物世界|法治在线}''',
    'exhibits': '''
“{book}”——{who}{油画|书法|摄影}展
馆藏{青铜|瓷器|玉器}{精品|文献}展（{1-12}月{1-28}日开幕）''',
    'minutes': '''
{2019-2024}年第{1-52}周工作安排
{school}第{1-30}次教代会会议纪要
{2019-2024}年{1-12}月值班表''',
    'shareholders': '''
{city}{高新|重工|医药|路桥}：股东减持{100-900}万股计划完成
{city}{高新|重工|医药|路桥}：{20-60}.{10-99}亿元{定增|可转债}获受理
{city}{高新|重工|医药|路桥}：{who}辞去{董事|监事}职务''',
    'bulletin': '''
【{招领|失物|拼车|转让|求租}】{校园卡|雨伞|课本|自行车|单间} {1-12}.{1-28}
{出|收}{显示器|教材|吉他|电动车} {20-900}元 {东区|西区|南门}自提''',
    'forum_zh': '''
{city}的朋友进来看看，{装修|上学|看牙|修车}找谁
求助：{app}{打不开|很慢|报错}
{今天|昨晚|上周}带孩子去{city}玩了一圈
有没有人{用过|买过|听说过}这款{app}
吐槽一下{小区物业|公司食堂|早高峰地铁}
{三十岁|毕业两年|刚来{city}}，该不该换工作''',
    'techqa': '''
{tool}{安装|启动|升级}失败：{端口被占用|权限不足|找不到模块}
{tool} 学习笔记（{1-30}）
{tool} 中{循环|索引|缓存|正则}的用法
{tool} 与 {tool} 连接超时的排查过程''',
    'poems': '''
{春|秋|夜|晓}{望|行|坐|思}（其{一|二|三}）
题{book}
{who}：{book}（组诗）''',
    'roads': '''
{G|S}{10-399}{city}段{施工|事故|解除}{限行|管制}
{city}地铁{1-18}号线{延长|调整}运营时间''',
    'dramas': '''
{book} {2015-2024} {剧情|喜剧|悬疑} {7-8}.{1-9}分
{book}（第{一|二|三}季）更新至{2-36}集''',
    'english_help': '''
How to {verb} {thing}
How do I {verb} {thing} in {soft}?
{soft}: {verb} {thing}
Why can't I {verb} {thing}?''',
    'english_faq': '''
Can I {verb} {thing} without an account?
Where do I find {thing}?
What happens when I {verb} {thing}?''',
    'english_papers': '''
A {survey|review|note} of {field} and {field}
Estimating {field}: evidence from {town}
{last} et al. ({1998-2024}): {field}
On the {limits|costs|history} of {field}''',
    'english_cases': '''
{last} v. {last} ({1961-2019})
{last} v. {firm}, No. {10-99}-{100-999}
In re Estate of {last}''',
    'english_podcast': '''
Episode {20-400}: {first} {last} on {field}
#{20-400} - {first} {last}
Bonus: questions from {town} with {first} {last}''',
    'english_threads2': '''
Anyone else {seeing|getting} errors when they {verb} {thing}?
Best place for {coffee|tyres|a haircut|ramen} in {town}?
My {first|second} {winter|year|week} in {town}
[{Help|Question|Discussion}] {soft} will not {verb} {thing}
Looking for a {flatmate|drummer|dentist} near {town}''',
    'english_tutorial': '''
{tool} tutorial, part {1-20}: {loops|joins|styles|hooks|volumes}
Getting started with {tool} on {Linux|Windows|macOS}
{tool} {2-18}.{0-9} release notes
Debugging {tool} in {production|tests|CI}''',
    'english_films': '''
The {noun} ({1954-2023})
{noun} and {noun} ({1954-2023})
The {last} {noun} - review''',
    'english_local': '''
{town} {council|school} {approves|delays} {bridge|pool} {plan|repairs}
{first} {last}, {21-94}, of {town}
{town} man {charged|fined|hurt} after {crash|fire|break-in}
{town} to host {under-{14-19}|county} {cup|fair|show}''',
    'english_stocks': '''
{firm} shares {rise|fall|slip} {0-9}.{1-9}% after {results|guidance|upgrade}
{firm} (Q{1-4} {2019-2024}): earnings call transcript
{firm} names {first} {last} as {CFO|chair|chief executive}''',
    'english_docs': '''
{soft}.{verb}()
Class {noun}{noun} ({soft} API)
Migrating from {soft} {1-4} to {2-5}
Configuration: {verb}_{noun}''',
    'english_property': '''
{1-5} bed {house|flat|bungalow} for {sale|rent}, {town}
{noun} Road, {town} - {1-5} bed - ${400-3900} pcm''',
    'english_garden': '''
{Pruning|Sowing|Feeding} {roses|beans|hostas} in {spring|June|a wet year}
When to {pick|plant|move} {leeks|apples|tulips}
Our {noun} Lane allotment: {March|July|October} notes''',
    'korean_board': '''
{2019-2024}학년도 {1-2}학기 {수강신청|기말고사|장학금} 안내
{3-6}학년 {1-9}반 {소풍|운동회|학부모 상담} 일정
제{10-90}회 {정기총회|운영위원회} 결과''',
    'japanese_blog': '''
{札幌|京都|福岡|松本}の{朝市|古本屋|喫茶店}へ行ってきました
{1-12}月の{休業日|新刊|献立}
第{10-80}回{定例会|読書会|勉強会}の報告''',
    'hant_columns': '''
【{專欄|書評|影評|隨筆}】{who}：{book}
{臺北|臺南|嘉義}{國小|國中}{校慶|運動會|畢業典禮}花絮
《{book}》讀後：{who}''',
    'indonesian_local': '''
Jadwal {sholat|kereta} {Bandung|Medan|Solo|Padang} {1-28} {Maret|Juli}
{Bandung|Medan|Solo|Padang} {hujan|cerah|berawan}, {22-33} derajat
Harga {beras|cabai|telur} di {Bandung|Medan|Solo} {naik|turun}''',
}.items()}
WORDS['field2'] = '催化材料,古籍整理,鸟类迁徙,方言调查,图论,土壤修复,免疫治疗'.split(',')
HOLE = re.compile(r'\{([^{}]*)\}')


def fill(r, frame, i):
    """The frame with every hole filled, the innermost first."""
    def one(match):
        hole = match.group(1)
        number = re.fullmatch(r'(\d+)-(\d+)', hole)
        if number:
            return str(r.randint(*map(int, number.groups())))
        return r.choice(WORDS.get(hole) or hole.split('|'))

    text = frame.replace('{i}', str(i + 1))
    while HOLE.search(text):
        text = HOLE.sub(one, text)
    return text


def maker(kind):
    """A function of a random generator and a number of lines."""
    def lines(r, n):
        some = r.sample(FRAMES[kind], r.randint(1, len(FRAMES[kind])))
        return [fill(r, r.choice(some), i) for i in range(n)]
    return lines


KINDS = {kind: maker(kind) for kind in FRAMES}

if __name__ == '__main__':
    for kind, make in KINDS.items():
        print(kind, make(random.Random(1), 3))
