# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a session bus with its accessibility bus, a window manager, a server and a desk: all on this machine, all
ended with the test. Only key events go in (xdotool); what comes out is read from the accessibility tree and the server's
own database."""
import ctypes, json, os, shutil, signal, sqlite3, subprocess, sys, time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


def _adopt_orphans():
    """What our children leave behind (the accessibility bus, its registry) becomes ours, and is ended with us."""
    ctypes.CDLL("libc.so.6").prctl(PR_SET_CHILD_SUBREAPER, 1)


def _children():
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as stat:
                if int(stat.read().rsplit(")", 1)[1].split()[1]) == os.getpid():
                    found.append(int(entry))
        except OSError:
            continue
    return found


def _end_children():
    for _ in range(20):
        mine = _children()
        if not mine:
            return
        for pid in mine:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except OSError:
                continue


def _die_with_parent():
    ctypes.CDLL("libc.so.6").prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start(arguments, **keywords):
    return subprocess.Popen(arguments, preexec_fn=_die_with_parent, **keywords)


def wait_until(what, condition, seconds=20.0, every=0.05):
    """What the condition answers once it is true. Objects go away while they are looked at: that is asked again, and told
    when it never ends."""
    deadline, trouble = time.monotonic() + seconds, ""
    while time.monotonic() < deadline:
        try:
            value, trouble = condition(), ""
        except Exception as error:
            value, trouble = None, f" ({type(error).__name__}: {error})"
        if value:
            return value
        time.sleep(every)
    raise AssertionError(f"gave up after {seconds:g} s waiting for: {what}{trouble}")


class Stage:
    """Xvfb, D-Bus, the accessibility bus and a window manager. Sets the environment of this process."""

    def __init__(self, folder, width=1440, height=900):
        _adopt_orphans()
        self.log = open(os.path.join(folder, "stage.log"), "wb")
        quiet = {"stdin": subprocess.DEVNULL, "stdout": self.log, "stderr": self.log}
        home, runtime = os.path.join(folder, "home"), os.path.join(folder, "runtime")
        os.makedirs(home)
        os.makedirs(runtime, mode=0o700)
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ.pop(name, None)
        os.environ.update(HOME=home, XDG_RUNTIME_DIR=runtime, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb",
                          LC_ALL="C.UTF-8", GIO_USE_VFS="local", GSETTINGS_BACKEND="memory")
        os.environ["DISPLAY"] = self.screen(width, height, quiet)
        bus = start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                    stderr=self.log)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        launcher = next(p for p in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher") if os.path.exists(p))
        start([launcher, "--launch-immediately", "--a11y=1"], **quiet)
        start(["openbox"], **quiet)
        wait_until("the window manager", lambda: "window id" in self.asked(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]))
        wait_until("the accessibility bus", lambda: "unix:" in self.asked(
            ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"]))

    @staticmethod
    def screen(width, height, quiet):
        """Starts the X server on a free display. Its number is written in pieces: whoever closes the pipe before the end
        of the line ends the server with it."""
        read, write = os.pipe()
        start(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
              pass_fds=[write], **quiet)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise AssertionError("the X server did not start")
        return ":" + number

    @staticmethod
    def asked(command):
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              timeout=10, check=False).stdout

    def stop(self):
        _end_children()
        self.log.close()

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

    def press(self, *keys):
        """One after the other: the X server keeps their order, so what follows needs no pause, only its own wait."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text, delay_ms=12):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", str(delay_ms), text], check=True)


class Tree:
    """The accessibility tree of the desk, as a screen reader is given it."""

    # What takes input: each must have a name. (Roles as AT-SPI spells them.)
    INPUT = {"push button", "check box", "radio button", "toggle button", "combo box", "text", "password text", "entry", "spin button",
             "slider", "canvas", "list", "list box", "table", "tree", "tree table", "page tab list", "page tab", "menu item", "link"}
    # The parts of a table or a list, which take the keyboard with it; and labels whose text can be selected with the mouse.
    WITHIN = {"label", "table cell", "list item", "table column header", "table row header"}

    def __init__(self, program="waydesk"):
        import pyatspi
        self.atspi, self.program = pyatspi, program

    def root(self):
        desktop = self.atspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            application = desktop.getChildAtIndex(i)
            if application is not None and self.program in (application.name or "").lower():
                return application
        return None

    def walk(self, node=None, depth=0):
        """Every showing object; of a table only its first cells, for it may have a million."""
        node = node if node is not None else self.root()
        if node is None or depth > 40:
            return
        yield node
        role = node.getRoleName()
        for i in range(min(node.childCount, 12 if role in ("table", "tree", "list") else 200)):
            try:
                child = node.getChildAtIndex(i)
                if child is not None and (depth == 0 or child.getState().contains(self.atspi.STATE_SHOWING)):
                    yield from self.walk(child, depth + 1)
            except Exception:  # it went away while we looked
                continue

    def find(self, name, role=None):
        try:
            return next((n for n in self.walk() if name in (n.name or "") and (role is None or n.getRoleName() == role)), None)
        except Exception:
            return None

    def focused(self):
        """What has the keyboard. Qt calls the current tab of every tab bar focused too: that says nothing."""
        try:
            return next((n for n in self.walk()
                         if n.getState().contains(self.atspi.STATE_FOCUSED) and n.getRoleName() != "page tab"), None)
        except Exception:
            return None

    def nameless(self):
        return [n.getRoleName() for n in self.walk() if n.getRoleName() in self.INPUT and not (n.name or "").strip()]

    def roleless(self):
        """What can have the keyboard and does not say what it is."""
        return [f"{n.getRoleName()} {n.name!r}" for n in self.walk()
                if n.getState().contains(self.atspi.STATE_FOCUSABLE) and n.getRoleName() not in self.INPUT | self.WITHIN]

    def inputs(self):
        return [n for n in self.walk() if n.getRoleName() in self.INPUT]

    def says(self, text):
        """Whether anything on the screen says it, by name or by text."""
        for n in self.walk():
            try:
                if text in (n.name or "") or text in (n.queryText().getText(0, -1) if "Text" in self.atspi.listInterfaces(n) else ""):
                    return True
            except Exception:
                continue
        return False

    def report(self):
        """What stands on the screen, for the account of a failure."""
        lines = []
        try:
            for n in self.walk():
                mark = "*" if n.getState().contains(self.atspi.STATE_FOCUSED) else ""
                lines.append(f"{mark}{n.getRoleName()} {n.name!r}")
        except Exception as error:
            lines.append(f"({error})")
        return "; ".join(lines)
