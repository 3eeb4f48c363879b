#!/usr/bin/env python3
"""explain --html in a browser: what it looks like, not only what it says.
usage: screenshots.py SPAMCLS FOLDER [PICTURE]

Writes the pictures to FOLDER, and to PICTURE a small one of the sample page
for README.  Without a Chromium nothing is tested.
"""
import os
import subprocess
import sys

import browser
import png

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join('examples', 'score', 'sample.txt')
WIDTHS = 1200, 800, 375, 320
OPEN = 'document.querySelectorAll("details").forEach(d => d.open = true)'
# How far the widest element, with every slot named in turn, reaches.
REACH = '''(() => {
    const root = document.documentElement;
    let most = root.scrollWidth;
    for (const slot of document.querySelectorAll(".s")) {
        slot.focus();
        most = Math.max(most, root.scrollWidth);
    }
    return most - root.clientWidth;
})()'''
# Texts whose contrast with what lies behind them is below 4.5 to 1 (WCAG 2
# AA); tints are drawn over the card's colour.
CONTRAST = '''(() => {
    const channels = c => (c.match(/[0-9.]+/g) || []).map(Number);
    const over = (top, under) => {
        const a = top.length > 3 ? top[3] : 1;
        return under.map((u, i) => a * top[i] + (1 - a) * u);
    };
    const light = c => c.map(x => x / 255).map(x => x <= 0.03928
        ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
        .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = e => {
        const own = channels(getComputedStyle(e).backgroundColor);
        const under = e.parentElement ? behind(e.parentElement)
                                      : [255, 255, 255];
        return over(own, under);
    };
    const bad = [];
    for (const e of document.querySelectorAll("body *")) {
        const text = [...e.childNodes].some(n => n.nodeType === 3
                                                 && n.data.trim());
        if (!text || !e.offsetParent || e.closest(".hidden")) continue;
        const a = light(channels(getComputedStyle(e).color).slice(0, 3));
        const b = light(behind(e));
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5)
            bad.push(e.tagName + "." + e.className + " " + ratio.toFixed(2));
    }
    return [...new Set(bad)].join(", ");
})()'''

# Without a font for them two characters are the same empty box.
GLYPHS = '''(() => {
    const drawn = [..."一龍"].map(character => {
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        pen.font = "40px sans-serif";
        pen.fillText(character, 10, 60);
        return canvas.toDataURL();
    });
    return drawn[0] !== drawn[1];
})()'''


# A page that is read from the right, with a line that is read from the left.
ARABIC = '''<title>افتتاح مكتبة</title><h1>افتتاح مكتبة في المدينة.</h1>
<p>افتتحت البلدية يوم السبت مكتبة عامة جديدة في وسط المدينة.<p>Opening hours
of the library are from nine to eight, every day.<ul><li><a href=1>تناقش
الحكومة ميزانية العام المقبل.</a><li><a href=2>أفضل مواقع القمار 888.</a>
<li><a href=3>تحميل لعبة مجانا 2024.</a></ul>'''
# Full stops that do not stand where their line ends.
STRAY = '''(() => {
    const left = (node, i) => {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        return range.getBoundingClientRect().left;
    };
    const stray = [];
    let seen = 0;
    for (const e of document.querySelectorAll("h1, .text, summary .hl")) {
        const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
        const all = [];
        while (walk.nextNode())
            for (let i = 0; i < walk.currentNode.length; i++)
                all.push([walk.currentNode, i]);
        for (let i = 0, begin = 0; i < all.length; i++) {
            const [node, at] = all[i];
            if (node.data[at] !== ".") continue;
            const from = all[begin], right = from[0].data[from[1]] > "z";
            seen++;
            if (left(...from) < left(node, at) === right)
                stray.push(node.data);
            begin = i + 2;
        }
    }
    return stray.join("; ") || (seen < 5 ? "too few" : "");
})()'''


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, good, said=''):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print(f'{name}: {said}')


def explain(spamcls, path, *arguments):
    text = subprocess.run([spamcls, 'explain', '--html', *arguments],
                          check=True, capture_output=True).stdout
    with open(path, 'wb') as file:
        file.write(text)
    return path


def brightness(rows):
    """From 0 to 255, of every 7th pixel of every 7th row."""
    some = [sum(p) / 3 for row in rows[::7] for p in row[::7]]
    return sum(some) / len(some)


def look(checks, view, name, folder):
    """Light and dark at every width: something is there, nothing sticks
    out, and all of it can be read."""
    for width in WIDTHS:
        bright = {}
        for dark in False, True:
            scheme = 'dark' if dark else 'light'
            title = f'{os.path.basename(name)[:-5]}-{width}-{scheme}'
            view.show(name, width, dark)
            data = view.picture(width)
            with open(os.path.join(folder, title + '.png'), 'wb') as file:
                file.write(data)
            wide, _, rows = png.read(data)
            colours = {p for row in rows[::3] for p in row[::3]}
            bright[dark] = brightness(rows)
            checks.check(title, wide == width and len(colours) > 50,
                         f'{wide} wide, {len(colours)} colours')
            faint = view.ask(CONTRAST)
            checks.check(title + ' contrast', faint == '', faint)
            view.ask(OPEN)
            reach = view.ask(REACH)
            checks.check(title + ' width', reach == 0, f'{reach} too wide')
            faint = view.ask(CONTRAST)
            checks.check(title + ' contrast, open', faint == '', faint)
        checks.check(f'{width} dark', bright[True] + 100 < bright[False],
                     str(bright))


def attack(checks, view, spamcls, folder):
    """A page that would like to do something only stands there."""
    hostile = os.path.join(HERE, 'hostile.txt')
    for kind in 'text', 'html':
        page = explain(spamcls, os.path.join(folder, f'hostile-{kind}.html'),
                       '--kind', kind, hostile)
        view.show(page, 800)
        view.ask(OPEN)
        for event in 'click', 'mouseover':
            view.ask('document.querySelectorAll("*").forEach(e => '
                     f'e.dispatchEvent(new Event("{event}")))')
        checks.check(f'hostile {kind}', view.ask('typeof window.hurt')
                     == 'undefined', view.ask('window.hurt'))
        checks.check(f'hostile {kind} scripts', view.ask(
            'document.scripts.length + document.images.length + '
            'document.querySelectorAll("svg, iframe").length') == 0)


def read_from_right(checks, view, spamcls, folder):
    """A line's marks stand where its own direction puts them."""
    source = os.path.join(folder, 'arabic-source.html')
    with open(source, 'w', encoding='utf-8') as file:
        file.write(ARABIC)
    view.show(explain(spamcls, os.path.join(folder, 'arabic.html'), source),
              1200)
    stray = view.ask(STRAY)
    checks.check('from the right', stray == '', stray)


def small_picture(checks, view, page, path):
    """The picture of README, unless its Chinese would be empty boxes."""
    view.show(page, 1200)
    readable = view.ask(GLYPHS)
    checks.check('a Chinese font', readable,
                 'none; Debian: apt-get install fonts-noto-cjk')
    if not readable:
        return
    width, _, rows = png.read(view.picture(1200))
    with open(path, 'wb') as file:
        file.write(png.write(width, *png.few_colours(rows)))


def main(spamcls, folder, picture=None):
    program = browser.find()
    if not program:
        print('skipped: there is no chromium (Debian: apt-get install '
              'chromium fonts-noto-cjk)')
        return 0
    os.makedirs(folder, exist_ok=True)
    checks, view = Checks(), browser.Browser(program)
    try:
        page = explain(spamcls, os.path.join(folder, 'page.html'), SAMPLE)
        line = explain(spamcls, os.path.join(folder, 'line.html'),
                       '--headline', '云岭重工海上风电突破,效率跃升386.5%'
                       '背后的技术革命与未来展望')
        look(checks, view, page, folder)
        look(checks, view, line, folder)
        attack(checks, view, spamcls, folder)
        read_from_right(checks, view, spamcls, folder)
        if picture:
            small_picture(checks, view, page, picture)
    finally:
        view.close()
    print(f'{checks.passed} passed, {checks.failed} failed')
    return 1 if checks.failed else 0


sys.exit(main(*sys.argv[1:]))
