# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a session bus with its accessibility bus, a window manager, a server and a desk: all on this machine, all
ended with the test. Only key events go in (xdotool); what comes out is read from the accessibility tree and the server's
own database."""
import ctypes, json, os, shutil, signal, sqlite3, subprocess, sys, time

PR_SET_PDEATHSIG = 1


def _die_with_parent():
    ctypes.CDLL("libc.so.6").prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start(arguments, **keywords):
    return subprocess.Popen(arguments, preexec_fn=_die_with_parent, **keywords)


def wait_until(what, condition, seconds=20.0, every=0.05):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(every)
    raise AssertionError(f"gave up after {seconds:g} s waiting for: {what}")


class Stage:
    """Xvfb, D-Bus, the accessibility bus and a window manager. Sets the environment of this process."""

    def __init__(self, width=1440, height=900):
        self.processes = []
        read, write = os.pipe()
        self.processes.append(start(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
                                    pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        os.close(read)
        bus = start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.processes.append(bus)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        launcher = next((p for p in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher") if os.path.exists(p)), None)
        self.processes.append(start([launcher, "--launch-immediately", "--a11y=1"], stderr=subprocess.DEVNULL))
        self.processes.append(start(["openbox"], stderr=subprocess.DEVNULL))
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        time.sleep(0.5)

    def stop(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    @staticmethod
    def picture(path):
        subprocess.run(["import", "-window", "root", path], check=False) if shutil.which("import") else None


class Server:
    def __init__(self, program, folder, port=0):
        self.program, self.folder, self.port, self.process = program, folder, port, None
        self.database = os.path.join(folder, "depot.db")

    def start(self):
        self.process = start([self.program, "--listen", f"127.0.0.1:{self.port}", "--database", f"sqlite:{self.database}", "--demo"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = int(json.loads(self.process.stdout.readline())["listening"].rsplit(":", 1)[1])
        return f"http://127.0.0.1:{self.port}"

    def pull_away(self):
        self.process.kill()
        self.process.wait()

    def rows(self, sql, *values):
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=5)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()


class Keys:
    """What a person's hands can do: press keys and type."""

    def press(self, *keys, pause=0.15):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(pause)

    def type(self, text, delay_ms=40):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", str(delay_ms), text], check=True)
        time.sleep(0.1)
