"""Two small sites on loopback: a library's, and a farm's beside it."""
import http.server
import threading
import time

HONEST_BODY = (
    '山城图书馆建于一九五八年,现有藏书二十万册,每天早上九点开门,晚上八点闭馆。'
    '读者可以凭身份证办理借书证,每次最多借十本,借期一个月。',
    '馆内设有儿童阅览室、报刊阅览室和地方文献室。周末常有面向孩子的故事会,'
    '也有老师傅来讲修钟表、扎灯笼的手艺。')
HONEST_LINKS = (
    ('/hours.html', '图书馆周末闭馆时间推迟到晚上八点'),
    ('/card.html', '怎样办理借书证以及借书证丢了怎么办'),
    ('/private/staff.html', '工作人员下个月的值班安排已经排好'),
    ('/private/open.html', '志愿者报名从下周一开始在服务台办理'),
    ('/moved.html', '地方文献室新到民国县志十二种供读者查阅'),
    ('/farm.html', '读者来信选登:我和图书馆的三十年'),
    ('/missing.html', '少儿部暑期手工课的报名方法和时间'),
    ('/large.html', '馆藏旧报纸数字化工作的进展情况'),
    ('/photo.html', '老照片征集活动收到市民来稿四百件'))
DEEP_LINKS = tuple((f'/deep{n}.html', text) for n, text in enumerate((
    '图书馆旧楼修缮工程将在明年春天动工', '报刊阅览室本月起增订外省日报五种',
    '读书会下一次聚会讨论一部旧小说', '流动图书车开到城北三个新建小区',
    '盲文阅览区添置两台新的读屏设备')))
FARM_LINKS = tuple((f'/farm/{n}.html', text) for n, text in enumerate((
    '光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望',
    '云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑',
    '海川智造柔性机器人革新,效率提升533.6%引爆万亿市场',
    '成本降低工业视觉%',
    '星桥医疗量子成像颠覆,诊断精度飙升391.2%的行业启示',
    '江北集团深海钻探突破,产能激增612.8%背后的技术革命',
    '北辰航天可回收推进跨越,载荷提升447.5%与下一个十年',
    '提升重点城市充电网络%')))
FARM_BODY = (
    '近年来,城市公共交通正在经历一场深刻的变化。业内人士指出,新的调度系统让'
    '车辆等候时间缩短了37.4%,运营成本下降了21.8%。',
    '与此同时,相关数据显示,市场规模预计将突破4600亿元,年均复合增长率达到'
    '28.9%,产业链上下游企业纷纷加快布局。')


def page(title, body, links, charset='utf-8'):
    text = [f'<!DOCTYPE html><html><head><meta charset="{charset}">',
            f'<title>{title}</title></head><body><h1>{title}</h1>']
    text += [f'<p>{paragraph}</p>' for paragraph in body]
    text += ['<h3>相关阅读</h3><ul>']
    text += [f'<li><a href="{href}">{name}</a></li>' for href, name in links]
    return ('\n'.join(text) + '</ul></body></html>').encode(charset)


HTML = 'text/html; charset=utf-8'


def library(elsewhere):
    """Path -> (status, headers, body) of the library's site."""
    def html(title, links, charset='utf-8'):
        return (200, {'Content-Type': f'text/html; charset={charset}'},
                page(title, HONEST_BODY, links, charset))
    return {
        '/robots.txt': (200, {'Content-Type': 'text/plain'},
                        b'# Who may come in\n'
                        b'User-agent: otherbot\nDisallow: /\n\n'
                        b'User-agent: *\nDisallow: /private/\n'
                        b'Allow: /private/open.html$\n'),
        '/': html('山城图书馆', HONEST_LINKS),
        '/hours.html': html('开放时间', DEEP_LINKS),
        '/card.html': html('借书证', HONEST_LINKS[:5], 'gb18030'),
        '/private/staff.html': html('值班', ()),
        '/private/open.html': html('志愿者', ()),
        '/moved.html': (301, {'Location': '/here.html'}, b''),
        '/here.html': html('县志', ()),
        '/away.html': (302, {'Location': elsewhere + '/landed.html'}, b''),
        '/loop.html': (302, {'Location': '/loop.html?again'}, b''),
        '/large.html': (200, {'Content-Type': HTML}, b'<p>' + b'a' * 300000),
        '/photo.html': (200, {'Content-Type': 'image/png'}, b'\x89PNG\r\n'),
        '/farm.html': (200, {'Content-Type': HTML},
                       page('交通的变化', FARM_BODY, FARM_LINKS)),
        '/slow.html': (200, {'Content-Type': HTML}, None),
        **{path: html(name, ()) for path, name in DEEP_LINKS},
    }


def landing():
    return {'/landed.html': (200, {'Content-Type': HTML},
                             page('落地', HONEST_BODY, ()))}


class Site:
    """Serves pages; remembers who asked for what and when."""

    def __init__(self, pages):
        self.pages, self.asked = pages, []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0),
                                                      Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,),
                         daemon=True).start()

    @property
    def url(self):
        return f'http://127.0.0.1:{self.server.server_address[1]}'

    def answer(self, request):
        self.asked.append((time.monotonic(), request.path,
                           request.headers.get('User-Agent')))
        status, headers, body = self.pages.get(
            request.path, (404, {'Content-Type': HTML}, b'nothing here'))
        if body is None:
            time.sleep(4)
            body = b''
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header('Content-Length', str(len(body)))
        request.end_headers()
        try:
            request.wfile.write(body)
        except OSError:
            pass  # the crawler hung up

    def paths(self):
        return [path for _, path, _ in self.asked]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
