"""Fixtures: a classifier, and a page of each sort; the command."""
import os

import pytest
import spamcls

FARM_LINES = [
    '光子晶圆架构突破,算力飙升417.3%背后的产业变局与未来展望',
    '云岭新能源固态电池跃升,能量密度暴涨268.9%的技术逻辑',
    '海川智造柔性机器人革新,效率提升533.6%引爆万亿市场',
    '成本降低工业视觉%',
    '星桥医疗量子成像颠覆,诊断精度飙升391.2%的行业启示',
    '江北集团深海钻探突破,产能激增612.8%背后的技术革命',
    '北辰航天可回收推进跨越,载荷提升447.5%与下一个十年',
    '提升重点城市充电网络%',
]


COMMAND = os.environ.get('SPAMCLS', os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '../../build/spamcls'))


@pytest.fixture(scope='session')
def classifier():
    with spamcls.Classifier() as made:
        yield made


@pytest.fixture(scope='session')
def farm_page():
    body = ['城市交通的新变化', '',
            '近年来,城市公共交通正在经历一场深刻的变化。业内人士指出,'
            '新的调度系统让车辆等候时间明显缩短。', '',
            '与此同时,市民的出行习惯也在改变。越来越多的人选择骑行与地铁'
            '结合的方式上下班。', '', '相关推荐:']
    return '\n'.join(body + FARM_LINES) + '\n'


@pytest.fixture(scope='session')
def honest_page():
    return ('图书馆周末延长开放时间\n\n'
            '市图书馆昨日发布通知,自下月起周末闭馆时间由十七时推迟到二十时。'
            '馆方表示,这一调整是为了方便上班的读者借阅。\n\n'
            '读者可以在服务台办理借书证,也可以在网上预约座位。\n')
