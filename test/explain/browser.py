"""A headless Chromium, told what to do through a pair of pipes."""
import base64
import json
import os
import shutil
import subprocess
import tempfile

NAMES = 'chromium', 'chromium-browser', 'google-chrome', 'chrome'


def find():
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """The DevTools protocol: messages in JSON, each ended by a NUL."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory()
        read, theirs_out = os.pipe()
        theirs_in, write = os.pipe()
        options = ['--headless', '--no-sandbox', '--disable-gpu',
                   '--hide-scrollbars', '--remote-debugging-pipe',
                   '--user-data-dir=' + self.folder.name]
        self.process = subprocess.Popen(
            ['sh', '-c', f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', 'sh',
             program, *options], pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.input, self.output = os.fdopen(write, 'wb'), os.fdopen(read,
                                                                    'rb')
        self.number, self.rest, self.session = 0, b'', None
        target = self.call('Target.createTarget', url='about:blank')
        self.session = self.call('Target.attachToTarget', flatten=True,
                                 targetId=target['targetId'])['sessionId']
        self.call('Page.enable')

    def message(self):
        while b'\0' not in self.rest:
            more = os.read(self.output.fileno(), 1 << 16)
            if not more:
                raise RuntimeError('the browser ended')
            self.rest += more
        text, _, self.rest = self.rest.partition(b'\0')
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        out = {'id': self.number, 'method': method, 'params': parameters}
        if self.session:
            out['sessionId'] = self.session
        self.input.write(json.dumps(out).encode() + b'\0')
        self.input.flush()
        while (answer := self.message()).get('id') != self.number:
            pass
        if 'error' in answer:
            raise RuntimeError(f'{method}: {answer["error"]}')
        return answer['result']

    def show(self, path, width, dark=False):
        self.call('Emulation.setDeviceMetricsOverride', width=width,
                  height=800, deviceScaleFactor=1, mobile=width < 500)
        self.call('Emulation.setEmulatedMedia', features=[
            {'name': 'prefers-color-scheme',
             'value': 'dark' if dark else 'light'}])
        self.call('Page.navigate', url='file://' + os.path.abspath(path))
        while self.message().get('method') != 'Page.loadEventFired':
            pass

    def ask(self, expression):
        return self.call('Runtime.evaluate', expression=expression,
                         returnByValue=True)['result'].get('value')

    def picture(self, width, height=None):
        """The PNG of the page, or of its upper part."""
        height = height or self.ask('document.documentElement.scrollHeight')
        return base64.b64decode(self.call(
            'Page.captureScreenshot', captureBeyondViewport=True,
            clip={'x': 0, 'y': 0, 'width': width, 'height': height,
                  'scale': 1})['data'])

    def close(self):
        self.session = None
        self.call('Browser.close')
        self.process.wait(30)
        self.input.close()
        self.output.close()
        self.folder.cleanup()
