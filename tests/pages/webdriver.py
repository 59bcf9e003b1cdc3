"""A browser that is driven over WebDriver (W3C), by chromedriver: as much of the protocol as the tests of pages use."""
import base64
import json
import os
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the protocol's name for a reference to an element
KEYS = {"ArrowRight": "\ue014", "ArrowLeft": "\ue012", "Home": "\ue011", "End": "\ue010", "Space": " ", "Tab": "\ue004", "Enter": "\ue007"}


class Browser:
    def __init__(self, driver, width=1280, height=900, dark=False, script=True):
        self.process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = None
        for line in self.process.stdout:
            if "started successfully on port" in line:
                port = line.rsplit(" ", 1)[1].strip(" .\n")
                break
        self.base = f"http://127.0.0.1:{port}"
        arguments = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1", f"--window-size={width},{height}"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        if dark:
            arguments.append("--force-dark-mode")
        options = {"args": arguments}
        if not script:
            options["prefs"] = {"profile.managed_default_content_settings.javascript": 2}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.session = "/session/" + answer["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        for attempt in range(50):
            try:
                with urllib.request.urlopen(request, timeout=120) as reply:
                    return json.load(reply)["value"]
            except urllib.error.HTTPError as error:
                raise RuntimeError(error.read().decode()[:400]) from None
            except urllib.error.URLError:
                if attempt == 49:
                    raise
                time.sleep(0.1)

    def open(self, path, fragment=""):
        self.call("POST", self.session + "/url", {"url": "about:blank"})
        self.call("POST", self.session + "/url", {"url": "file://" + os.path.abspath(path) + fragment})

    def run(self, script, *arguments):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def run_later(self, script, *arguments):
        """The script calls its last argument with the answer."""
        return self.call("POST", self.session + "/execute/async", {"script": script, "args": list(arguments)})

    def element(self, selector):
        return self.call("POST", self.session + "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        self.call("POST", f"{self.session}/element/{self.element(selector)}/click", {})

    def press(self, *keys):
        actions = []
        for key in keys:
            value = KEYS.get(key, key)
            actions += [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self.call("POST", self.session + "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def drag(self, start, end, pointer="mouse"):
        """The mouse or a finger (touch), from one point of the window to another."""
        point = lambda at, duration: {"type": "pointerMove", "x": round(at[0]), "y": round(at[1]), "duration": duration}
        self.call("POST", self.session + "/actions", {"actions": [{"type": "pointer", "id": pointer, "parameters": {"pointerType": pointer}, "actions": [
            point(start, 0), {"type": "pointerDown", "button": 0}, point([(a + b) / 2 for a, b in zip(start, end)], 20), point(end, 20),
            {"type": "pointerUp", "button": 0}]}]})

    def resize(self, width, height):
        self.call("POST", self.session + "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 760}})

    def prefer(self, scheme=None, media=None):
        self.call("POST", self.session + "/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {
            "media": media or "", "features": [{"name": "prefers-color-scheme", "value": scheme}] if scheme else []}})

    def picture_of(self, selector):
        """PNG of an element, all of it."""
        return base64.b64decode(self.call("GET", f"{self.session}/element/{self.element(selector)}/screenshot"))

    def screenshot(self):
        return base64.b64decode(self.call("GET", self.session + "/screenshot"))

    def complaints(self):
        """What stands on the console, errors and warnings."""
        return [entry["message"] for entry in self.call("POST", self.session + "/se/log", {"type": "browser"}) if entry["level"] in ("SEVERE", "WARNING")]

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.process.terminate()
            self.process.wait()
